-- The uploaded files that live publications name, by their name under /uploads: only these are served to everybody.
create table public_files (
  name        text not null,
  document_id text not null,
  primary key (name, document_id)
);
create index public_files_by_document on public_files (document_id);

-- Follows each change of a publication, whichever statement makes it: nothing that a reader is shown is missing,
-- and nothing stays that a correction or a withdrawal took away.
create function follow_public_files() returns trigger language plpgsql as $$
begin
  delete from public_files where document_id = new.document_id;
  if new.state = 'live' then
    insert into public_files (name, document_id)
    select distinct named[1], new.document_id
      from regexp_matches(new.detail::text, '/uploads/([[:alnum:]_.~%-]+)', 'g') as named
     where length(named[1]) < 400;
  end if;
  return null;
end $$;
create trigger publications_show_files after insert or update of detail, state on publications
  for each row execute function follow_public_files();

insert into public_files (name, document_id)
select distinct named[1], document_id
  from publications, regexp_matches(detail::text, '/uploads/([[:alnum:]_.~%-]+)', 'g') as named
 where state = 'live' and length(named[1]) < 400;
