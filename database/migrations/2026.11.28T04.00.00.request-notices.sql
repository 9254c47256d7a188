-- 文书: notices about requests for information, with their templates, numbers and delivery.

-- What the office has written in place of the template that the product brings; nulls: the product's again. Never changed.
create table information_notice_templates (
  id          bigint generated always as identity primary key,
  kind        text not null,
  title       text,
  body        text,
  by_name     text not null,
  recorded_at timestamptz not null default now(),
  check ((title is null) = (body is null))
);
create index information_notice_templates_of on information_notice_templates (kind, id desc);
create trigger immutable before update or delete or truncate on information_notice_templates
  for each statement execute function refuse_change();

-- 发文字号: the last number of a department in a series of a year.
create table information_notice_numbers (
  department text not null,
  series     text not null,
  year       integer not null,
  last       integer not null,
  primary key (department, series, year)
);

-- A notice as it was given.
create table information_notices (
  id          text primary key,
  request_id  text not null references information_requests (id),
  kind        text not null,
  -- who gives it
  department  text not null,
  series      text not null,
  year        integer not null,
  ordinal     integer not null,
  number      text not null,
  made_on     date not null,
  -- the text word for word, sealed; null once the request has been forgotten
  sealed      text,
  -- null: the template that the product brings
  template_id bigint references information_notice_templates (id),
  by_name     text not null,
  recorded_at timestamptz not null default now(),
  unique (department, series, year, ordinal)
);
create index information_notices_of on information_notices (request_id, recorded_at);

-- What has become of a notice: handed over to the post, looked at by the applicant, served.
create table information_notice_deliveries (
  id          bigint generated always as identity primary key,
  notice_id   text not null references information_notices (id),
  what        text not null check (what in ('dispatched', 'downloaded', 'served')),
  method      text not null,
  on_day      date not null,
  -- number of the letter, who took it, why it was not taken; null once the request has been forgotten
  sealed      text,
  by_name     text not null,
  recorded_at timestamptz not null default now()
);
create index information_notice_deliveries_of on information_notice_deliveries (notice_id, id);

-- Nothing of either changes but that it is forgotten.
create function keep_but_forget() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.sealed is null and to_jsonb(new) - 'sealed' = to_jsonb(old) - 'sealed' then
      return new;
    end if;
  end if;
  raise exception '%: rows of % are never changed', tg_op, tg_table_name using errcode = 'DG001';
end $$;
create trigger kept before update or delete on information_notices
  for each row execute function keep_but_forget();
create trigger stay before truncate on information_notices
  for each statement execute function refuse_change();
create trigger kept before update or delete on information_notice_deliveries
  for each row execute function keep_but_forget();
create trigger stay before truncate on information_notice_deliveries
  for each statement execute function refuse_change();

-- Notices that go out by e-mail. The address stays sealed with the request.
create table information_notice_mails (
  notice_id  text primary key references information_notices (id),
  -- null: sent, or given up
  due_at     timestamptz,
  attempts   integer not null default 0,
  last_error text,
  sent_at    timestamptz
);
create index information_notice_mails_due on information_notice_mails (due_at) where due_at is not null;
