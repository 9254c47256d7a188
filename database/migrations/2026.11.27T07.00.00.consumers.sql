-- 网站地图: parts follow the order in which documents first became public, which nothing changes afterwards.
create index publications_by_first on publications (first_published_at, document_id);

-- Calendar of days that people count on. ISO days sort as texts.
create index publications_comments_until on publications ((detail #>> '{attributes,commentsUntil}'))
  where (detail #>> '{attributes,commentsUntil}') is not null;
create index publications_meeting_on on publications ((detail #>> '{attributes,meetingOn}'))
  where (detail #>> '{attributes,meetingOn}') is not null;
-- withdrawn ones too: their entries in people's calendars are called off
create index publications_take_down_day on publications (take_down_on) where take_down_on is not null;

-- 数据开放用户: who reads by a key, and how much. The key itself is not kept, only its SHA-256.
create table api_consumers (
  id          bigint generated always as identity primary key,
  name        text not null,
  contact     text not null,
  purpose     text not null,
  per_day     integer not null check (per_day > 0),
  per_minute  integer not null check (per_minute > 0),
  expires_on  date,
  key_hash    text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
  -- first letters of the key: tells the office which key somebody talks of
  key_start   text not null,
  key_since   timestamptz not null default now(),
  revoked_at  timestamptz,
  created_at  timestamptz not null default now()
);

-- How many requests of a day or minute are given out already: instances take them in handfuls.
create unlogged table api_quota_windows (
  consumer_id bigint not null references api_consumers (id) on delete cascade,
  -- 2026-11-27, or 2026-11-27T10:05
  time_window text not null,
  taken       integer not null,
  ends_at     timestamptz not null,
  primary key (consumer_id, time_window)
);
create index api_quota_windows_by_end on api_quota_windows (ends_at);

-- Requests by day (Asia/Shanghai) and part of the interface.
create table api_usage (
  consumer_id bigint not null references api_consumers (id) on delete cascade,
  day         date not null,
  route_group text not null,
  requests    bigint not null default 0,
  refused     bigint not null default 0,
  primary key (day, consumer_id, route_group)
);
