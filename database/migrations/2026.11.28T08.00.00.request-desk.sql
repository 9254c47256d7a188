-- The desk of requests: what is compared, proposed, published as a guide, and remembered between two looks.
create index information_requests_newest on information_requests (submitted_at desc);
create index information_requests_newest_of on information_requests (owner, submitted_at desc);
create index information_requests_answered on information_requests (owner, answered_on desc) where answered_on is not null;

-- 条例第四十四条: what was decided on several requests for the same information.
create table information_request_proposals (
  -- the oldest request of the group
  id          text primary key references information_requests (id),
  owner       text not null,
  -- the requests that were looked at
  requests    jsonb not null,
  decision    text not null check (decision in ('accepted', 'declined')),
  reason      text,
  -- the draft that was made
  document_id text,
  uid         text,
  by_name     text not null,
  decided_at  timestamptz not null default now()
);
create index information_request_proposals_of on information_request_proposals (owner);

-- 条例第四十四条第二款: the applicant proposes that what she was given should be public. Sealed.
create table information_request_suggestions (
  request_id text primary key references information_requests (id),
  sealed     text not null,
  at         timestamptz not null default now()
);

-- 政府信息公开指南 of each department, as it is edited and as it is public.
create table information_request_guides (
  department   text primary key,
  draft        jsonb not null,
  published    jsonb,
  published_at timestamptz,
  -- the person who has written the draft: another one publishes it
  author       text not null,
  version      integer not null default 1
);

-- What a look has seen last.
create table information_request_marks (
  name  text primary key,
  value text not null
);
