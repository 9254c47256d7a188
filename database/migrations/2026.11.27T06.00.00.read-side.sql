-- Whatever public answers are made of tells the caches of all instances when it changes: after the commit, and by
-- triggers, so that no way of writing can forget it. The payload names tags (response-cache/tags.ts).

create function tell_caches_of_publication() returns trigger language plpgsql as $$
begin
  perform pg_notify('disclosure_cache', 'any document:' || new.document_id || ' domain:' || new.domain);
  return null;
end $$;

create trigger publications_tell_caches after insert or update on publications
  for each row execute function tell_caches_of_publication();

-- both ends of a link tell of it
create function tell_caches_of_link() returns trigger language plpgsql as $$
declare
  link publication_links := coalesce(new, old);
begin
  perform pg_notify('disclosure_cache', 'links document:' || link.source_id || ' document:' || link.target_id);
  return null;
end $$;

create trigger publication_links_tell_caches after insert or update or delete on publication_links
  for each row execute function tell_caches_of_link();

-- What changes seldom and is part of many answers: the argument is what it invalidates. PostgreSQL tells the same
-- payload once a transaction, however many rows and statements.
create function tell_caches() returns trigger language plpgsql as $$
begin
  perform pg_notify('disclosure_cache', tg_argv[0]);
  return null;
end $$;

create trigger search_documents_tell_caches after insert or update or delete on search_documents
  for each statement execute function tell_caches('search');
create trigger regulations_tell_caches after insert or update or delete on regulations
  for each statement execute function tell_caches('all');
create trigger regulation_versions_tell_caches after insert or update or delete on regulation_versions
  for each statement execute function tell_caches('all');
create trigger catalogue_changes_tell_caches after insert or update or delete on catalogue_changes
  for each statement execute function tell_caches('all');
create trigger catalogue_lineage_tell_caches after insert or update or delete on catalogue_lineage
  for each statement execute function tell_caches('all');
