-- 订阅: what citizens want to be told of, and how far they have been told.

-- What is asked for; those who ask for the same share it. A publication is compared with each once.
create table subscription_interests (
  id      bigint generated always as identity primary key,
  key     text not null unique,
  filters jsonb not null
);

create table subscriptions (
  -- unguessable; links in mails carry it with a seal
  id             uuid primary key default gen_random_uuid(),
  interest_id    bigint not null references subscription_interests,
  -- sealed (AES-256-GCM), and a keyed hash to look it up by; no address stands in the database
  address        text not null,
  address_hash   text not null,
  frequency      text not null check (frequency in ('instant', 'daily', 'weekly')),
  state          text not null check (state in ('pending', 'active')),
  -- the last entry of the log of changes that she has been told of
  position       bigint not null default 0,
  -- when the next mail (of a pending one: the confirmation) is due
  due_at         timestamptz,
  attempts       integer not null default 0,
  last_error     text,
  created_at     timestamptz not null default now(),
  confirmed_at   timestamptz
);
create index subscriptions_due on subscriptions (due_at) where due_at is not null;
create index subscriptions_by_interest on subscriptions (interest_id);
create index subscriptions_by_address on subscriptions (address_hash);
create index subscriptions_pending on subscriptions (created_at) where state = 'pending';

-- Entries of the log of changes that answer an interest.
create table subscription_hits (
  interest_id bigint not null references subscription_interests on delete cascade,
  seq         bigint not null,
  document_id text not null,
  at          timestamptz not null default now(),
  primary key (interest_id, seq)
);
create index subscription_hits_by_time on subscription_hits (at);

-- How far the log of changes has been compared with the interests: one at a time.
create table subscription_matcher (
  only_row boolean primary key default true check (only_row),
  position bigint not null
);
insert into subscription_matcher (position) select coalesce(max(seq), 0) from exchange_changes;

-- Who has asked lately, by keyed hashes, for the limits alone; removed after a day.
create table subscription_requests (
  id           bigint generated always as identity primary key,
  at           timestamptz not null default now(),
  address_hash text not null,
  client_hash  text not null
);
create index subscription_requests_by_time on subscription_requests (at);
create index subscription_requests_by_client on subscription_requests (client_hash, at);
create index subscription_requests_by_address on subscription_requests (address_hash, at);
