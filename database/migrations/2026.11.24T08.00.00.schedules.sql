-- 定时发布: what is to be published, and when. A row lives as long as the state `scheduled`; one that could
-- not be published at its time stays with the reason until the document goes on its way.
create table schedules (
  document_id  text primary key,
  type         text not null,
  publish_at   timestamptz not null,
  scheduled_by text not null,
  failure      text
);
create index schedules_waiting on schedules (publish_at) where failure is null;

-- The outbox is what happened; each subscriber has a queue of its own over it. A row of the queue is gone
-- when it is delivered, and set aside when it cannot be.
drop index outbox_waiting;
alter table outbox drop column processed_at;
create index outbox_by_age on outbox (created_at);

create table outbox_deliveries (
  outbox_id    bigint not null references outbox (id) on delete cascade,
  subscriber   text not null,
  attempts     integer not null default 0,
  next_try_at  timestamptz not null default now(),
  last_error   text,
  set_aside_at timestamptz,
  primary key (outbox_id, subscriber)
);
create index outbox_deliveries_waiting on outbox_deliveries (next_try_at, outbox_id) where set_aside_at is null;
