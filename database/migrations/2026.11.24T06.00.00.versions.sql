-- What people typed and have not saved yet, and the earlier texts of working copies.

-- One row a person and form. Nobody but the person sees it; it goes with the document, or after a month.
create table unsaved_edits (
  person_id    text not null,
  person_name  text not null,
  type         text not null,
  -- documentId, or the key of an entry that was never saved
  document_id  text not null,
  -- the version of the working copy that the person had before her
  base_version integer,
  -- fields as the form holds them; as text: it is never searched, and it may be half typed
  entered      text not null,
  saved_at     timestamptz not null,
  primary key (person_id, type, document_id)
);
create index unsaved_edits_by_document on unsaved_edits (document_id, saved_at);
create index unsaved_edits_by_age on unsaved_edits (saved_at);

-- What a working copy said before it was changed, written in the transaction that changes it. The text of
-- the versions `since` … `version`; who saved it, when and why is told by the audit log.
create table draft_versions (
  document_id  text not null,
  version      integer not null,
  since        integer not null,
  type         text not null,
  -- the persons who wrote it: none of them may approve it when it is restored
  contributors jsonb not null,
  content      jsonb not null,
  roster_id    uuid,
  -- it was submitted or published: never thinned out
  kept         boolean not null,
  primary key (document_id, version),
  check (since <= version)
);
create index draft_versions_by_roster on draft_versions (roster_id) where roster_id is not null;

-- Which publications name this one as their successor.
create index publications_by_successor on publications (successor) where successor is not null;
