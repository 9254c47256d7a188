-- What people of the district propose, review and decide on a request, beside what its clock is computed from. Nothing is
-- changed or removed.
create table information_request_records (
  id            bigint generated always as identity primary key,
  request_id    text not null references information_requests (id),
  type          text not null,
  -- the day on which it was done
  on_day        date not null,
  data          jsonb not null default '{}',
  -- opinions and reasons, sealed
  note          text,
  -- who did it: a second person may be asked for
  by_person     text not null,
  by_name       text not null,
  by_department text,
  recorded_at   timestamptz not null default now()
);
create index information_request_records_of on information_request_records (request_id, id);
create trigger immutable before update or delete or truncate on information_request_records
  for each statement execute function refuse_change();

alter table information_requests
  -- 申请公开, or 申请更正与自身相关的政府信息记录 (条例第四十一条), which the third table of the annual report does not count
  add column kind text not null default 'information' check (kind in ('information', 'correction')),
  -- the department has asked the office to hand it to another one
  add column asks_transfer boolean not null default false,
  -- of a request that is answered anew: what its first answer was, which the year of that answer has counted
  add column first_outcome text,
  add column first_answered_on date,
  add check ((first_outcome is null) = (first_answered_on is null));
