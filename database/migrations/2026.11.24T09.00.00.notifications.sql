-- 通知: what a person is told in the panel and by e-mail. One row a person and event; `key` makes it once.
create table notifications (
  id            bigint generated always as identity primary key,
  person_id     text not null,
  kind          text not null,
  key           text not null,
  document_id   text,
  type          text,
  title         text,
  detail        text,
  -- how many documents a summary stands for
  count         integer not null default 1 check (count > 0),
  created_at    timestamptz not null default now(),
  read_at       timestamptz,
  mail          text not null default 'none' check (mail in ('none', 'soon', 'daily')),
  -- when it is to be sent; null: not, or not any more
  mail_due_at   timestamptz,
  mailed_at     timestamptz,
  mail_attempts integer not null default 0,
  mail_error    text,
  unique (person_id, key)
);
create index notifications_of_person on notifications (person_id, id desc);
create index notifications_unread on notifications (person_id, id desc) where read_at is null;
create index notifications_to_mail on notifications (mail_due_at) where mail_due_at is not null;
create index notifications_failed on notifications (id desc) where mail_error is not null;
create index notifications_by_age on notifications (created_at);

-- What a person has chosen for each kind; kinds that are not named have their default.
create table notification_preferences (
  person_id  text primary key,
  channels   jsonb not null,
  updated_at timestamptz not null default now()
);

-- The days on which the due dates have been looked at: one instance does it.
create table notification_scans (
  day date primary key
);
