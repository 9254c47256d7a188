-- 数据交换: every change of what is public, in the order of the commits, and who is told of it.

-- One row a document a transaction. What is told of a document is read from `publications` when the log is read:
-- nothing that was withdrawn can be told by an older entry.
create table exchange_changes (
  id             bigint generated always as identity primary key,
  -- the place in the log; null until the end of the transaction
  seq            bigint unique,
  document_id    text not null,
  change         text not null check (change in ('published', 'corrected', 'transferred', 'standing', 'withdrawn')),
  edition_no     integer not null,
  domain         text not null,
  owner          text not null,
  previous_owner text,
  at             timestamptz not null default clock_timestamp(),
  -- the transaction that is writing it; null once it has its place (the numbers begin anew in a restored database)
  transaction    xid8,
  unique (transaction, document_id)
);
create sequence exchange_change_seq owned by exchange_changes.seq;
create index exchange_changes_by_document on exchange_changes (document_id, seq);

-- Follows each change of a publication, whichever statement makes it. Of several in one transaction the weightier
-- one is told.
create function log_exchange_change() returns trigger language plpgsql as $$
declare
  what     text;
  previous text;
begin
  if tg_op = 'INSERT' then
    what := case new.state when 'live' then 'published' else 'withdrawn' end;
  elsif new.state <> old.state then
    what := case new.state when 'live' then 'published' else 'withdrawn' end;
  elsif new.owner <> old.owner then
    what := 'transferred';
    previous := old.owner;
  elsif new.edition_no <> old.edition_no then
    what := 'corrected';
  elsif new.etag <> old.etag or new.withdrawal_reason is distinct from old.withdrawal_reason
        or new.successor is distinct from old.successor then
    what := 'standing';
  else
    return null;
  end if;
  insert into exchange_changes as c (document_id, change, edition_no, domain, owner, previous_owner, transaction)
  values (new.document_id, what, new.edition_no, new.domain, new.owner, previous, pg_current_xact_id())
  on conflict (transaction, document_id) do update
    set change = case
          when excluded.change = 'standing' or (excluded.change = 'transferred' and c.change <> 'standing') then c.change
          else excluded.change end,
        edition_no = excluded.edition_no,
        owner = excluded.owner,
        previous_owner = coalesce(c.previous_owner, excluded.previous_owner);
  return null;
end $$;
create trigger publications_are_logged after insert or update on publications
  for each row execute function log_exchange_change();

-- Numbers the entries at the end of their transaction, under the lock that everybody who writes takes last (the head
-- of the audit chain) and keeps until the commit: so a smaller number never becomes visible after a greater one.
create function number_exchange_change() returns trigger language plpgsql as $$
begin
  perform from audit_head for update;
  update exchange_changes
     set seq = nextval('exchange_change_seq'), transaction = null, at = clock_timestamp()
   where id = new.id;
  return null;
end $$;
create constraint trigger exchange_changes_are_numbered after insert on exchange_changes
  deferrable initially deferred for each row when (new.seq is null) execute function number_exchange_change();

-- What was public before there was a log.
insert into exchange_changes (seq, document_id, change, edition_no, domain, owner, at)
select row_number() over (order by at, step, document_id), document_id, change, edition_no, domain, owner, at from (
  select e.document_id, case e.edition_no when 1 then 'published' else 'corrected' end as change, e.edition_no,
         p.domain, e.owner, e.published_at as at, 1 as step
    from editions e join publications p on p.document_id = e.document_id
  union all
  select document_id, 'withdrawn', edition_no, domain, owner, withdrawn_at, 2 from publications where state = 'withdrawn'
) as past;
select setval('exchange_change_seq', coalesce((select max(seq) from exchange_changes), 0) + 1, false);

-- Days (Shanghai) whose changes by the calendar (施行、失效 …) are in the log.
create table exchange_days (day date primary key);
insert into exchange_days values ((now() at time zone 'Asia/Shanghai')::date);

-- What the files are that publications name, by their name under /uploads. Null: the file cannot be read.
create table file_digests (
  name        text primary key,
  sha256      text,
  bytes       bigint,
  computed_at timestamptz not null default now(),
  check ((sha256 is null) = (bytes is null))
);

-- Webhooks: who is told of changes.
create table webhook_targets (
  id              uuid primary key default gen_random_uuid(),
  name            text not null,
  url             text not null,
  -- sealed (AES-256-GCM)
  secret          text not null,
  filters         jsonb not null,
  profile         text not null,
  state           text not null default 'active' check (state in ('active', 'paused')),
  -- why it is paused where nobody has paused it
  pause_reason    text,
  -- the last entry of the log that was looked at
  position        bigint not null,
  failing_since   timestamptz,
  last_success_at timestamptz,
  created_at      timestamptz not null default now(),
  created_by      text not null
);

-- Behind the position: entries that were not taken, and those that wait behind them for the same document.
create table webhook_waiting (
  target_id       uuid not null references webhook_targets on delete cascade,
  seq             bigint not null,
  document_id     text not null,
  attempts        integer not null default 0,
  first_failed_at timestamptz,
  next_try_at     timestamptz not null default now(),
  primary key (target_id, seq)
);
create index webhook_waiting_by_document on webhook_waiting (target_id, document_id, seq);

create table webhook_deliveries (
  id          bigint generated always as identity primary key,
  target_id   uuid not null references webhook_targets on delete cascade,
  seq         bigint not null,
  document_id text not null,
  change      text not null,
  attempt     integer not null,
  at          timestamptz not null default now(),
  outcome     text not null check (outcome in ('delivered', 'failed', 'given-up')),
  status      integer,
  error       text,
  ms          integer not null
);
create index webhook_deliveries_by_target on webhook_deliveries (target_id, id);
create index webhook_deliveries_by_time on webhook_deliveries (at);
