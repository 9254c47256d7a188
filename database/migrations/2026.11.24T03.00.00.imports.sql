-- Imports: what was brought in, from where, and what became of each row.

-- One job: a file or folder, how its columns are read, and how far it has come.
create table imports (
  id          text primary key,
  person_id   text not null,
  department  text not null,
  -- who approves and publishes; null where the rows stay drafts or are only submitted
  reviewer_id text,
  type        text not null,
  source      text not null,
  file_name   text not null,
  sha256      text not null,
  mapping     jsonb not null,
  target      text not null check (target in ('draft', 'submitted', 'published')),
  state       text not null check (state in ('ready', 'running', 'done', 'failed')),
  total       integer,
  counts      jsonb not null default '{}',
  message     text,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  finished_at timestamptz
);
create index imports_of_person on imports (person_id, created_at);

-- One row of a source, for ever: written in the transaction that creates its document, so that no
-- interruption loses a row or doubles it.
create table import_items (
  department  text not null,
  type        text not null,
  source      text not null,
  source_id   text not null,
  import_id   text not null references imports (id),
  line        integer not null,
  outcome     text not null check (outcome in ('created', 'failed')),
  document_id text,
  sha256      text not null,
  message     text,
  updated_at  timestamptz not null default now(),
  primary key (department, type, source, source_id),
  constraint created_has_document check ((outcome = 'created') = (document_id is not null))
);
create index import_items_of_import on import_items (import_id, line);

-- What was uploaded in the panel, in pieces, so that any instance can go on with it.
create table import_uploads (
  import_id text not null references imports (id) on delete cascade,
  piece     integer not null,
  content   bytea not null,
  primary key (import_id, piece)
);
