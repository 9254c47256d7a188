-- Files of a request: the applicant's, those handed over with the answer, and what those were made from. Contents stand in
-- parts, each sealed: bytes and row are written, kept in backups and forgotten together, whatever instance is asked.
create table information_request_files (
  id            text primary key,
  request_id    text not null references information_requests (id),
  -- hers; handed over; kept at the desk alone; a redacted copy that nobody has accepted yet
  role          text not null check (role in ('application', 'answer', 'original', 'redaction')),
  -- sealed: its name
  name          text not null,
  -- by the content, as the ending says
  type          text not null,
  size          integer not null check (size > 0),
  -- keyed hash of the content
  hash          text not null,
  parts         integer not null check (parts > 0),
  -- infected: found by a later look; its parts are gone
  scan          text not null check (scan in ('clean', 'waiting', 'unscanned', 'infected')),
  made_from     text references information_request_files (id),
  -- sealed: what was removed from the original
  redaction     text,
  by_name       text not null,
  by_department text,
  added_at      timestamptz not null default now(),
  check ((made_from is null) = (redaction is null)),
  check (role <> 'redaction' or made_from is not null)
);
create index information_request_files_of on information_request_files (request_id, added_at);
create index information_request_files_made on information_request_files (made_from) where made_from is not null;
create index information_request_files_waiting on information_request_files (added_at)
  where scan in ('waiting', 'unscanned');

create table information_request_file_parts (
  file_id text not null references information_request_files (id) on delete cascade,
  no      integer not null,
  content bytea not null,
  primary key (file_id, no)
);
-- what is sealed cannot be made smaller
alter table information_request_file_parts alter column content set storage external;
