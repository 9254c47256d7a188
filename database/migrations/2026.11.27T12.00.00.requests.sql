-- 依申请公开: requests for information. Who asks, and for what, stands here sealed (AES-256-GCM) and as keyed hashes alone.
create table information_requests (
  id             text primary key,
  -- given at its registration, one register for the district
  number         text unique,
  -- keyed hash of the query code that the applicant holds
  code_key       text not null unique,
  state          text not null check (state in
    ('submitted', 'handling', 'reviewing', 'approved', 'sent', 'served', 'archived', 'withdrawn')),
  -- 承办部门
  owner          text not null,
  channel        text not null,
  applicant_kind text not null,
  -- applicant and what is asked for; null once it has been forgotten
  sealed         text,
  -- the same applicant has the same key
  applicant_key  text not null,
  -- keyed hashes of pairs of characters: similar requests share many
  traces         bigint[] not null default '{}',
  medium         text not null,
  delivery       text not null,
  submitted_at   timestamptz not null default now(),
  received_on    date,
  -- follows from the events; kept for the order of lists alone, and computed anew every day
  due_on         date,
  outcome        text,
  answered_on    date,
  -- the answer, sealed
  answer         text,
  -- persons who have written it
  authors        jsonb not null default '[]',
  version        integer not null default 1,
  split_from     text references information_requests (id),
  changed_at     timestamptz not null default now(),
  check (state in ('submitted', 'withdrawn', 'archived') or received_on is not null),
  check (state not in ('sent', 'served') or (outcome is not null and answered_on is not null))
);
create index information_requests_queue on information_requests (owner, state, due_on);
create index information_requests_due on information_requests (due_on)
  where state in ('submitted', 'handling', 'reviewing', 'approved');
create index information_requests_applicant on information_requests (applicant_key);
create index information_requests_parts on information_requests (split_from) where split_from is not null;
create index information_requests_traces on information_requests using gin (traces);

-- What happened, on which day: everything that the statutory clock is computed from. Nothing is changed or removed.
create table information_request_events (
  id            bigint generated always as identity primary key,
  request_id    text not null references information_requests (id),
  type          text not null,
  on_day        date not null,
  data          jsonb not null default '{}',
  -- what was written to somebody, sealed
  note          text,
  by_name       text not null,
  by_department text,
  recorded_at   timestamptz not null default now()
);
create index information_request_events_of on information_request_events (request_id, id);
create trigger immutable before update or delete or truncate on information_request_events
  for each statement execute function refuse_change();

create table information_request_numbers (
  year integer primary key,
  last integer not null
);

-- Asking for a status, and applying: how often somebody has tried (keyed hashes).
create table information_request_attempts (
  key text not null,
  at  timestamptz not null default now()
);
create index information_request_attempts_of on information_request_attempts (key, at);
