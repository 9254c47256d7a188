-- 行政复议、行政诉讼: what was filed against an answer, or against there being none, and how it ended.
create table information_request_disputes (
  id         bigint generated always as identity primary key,
  request_id text not null references information_requests (id),
  -- 复议; 未经复议直接起诉; 复议后起诉 (国办公开办函〔2021〕30号，第四部分)
  kind       text not null check (kind in ('reconsideration', 'lawsuitDirect', 'lawsuitAfterReconsideration')),
  -- 复议机关 or 法院, and the number of its case
  organ      text not null,
  case_no    text,
  filed_on   date not null,
  closed_on  date,
  -- 结果维持, 结果纠正, 其他结果
  result     text check (result in ('upheld', 'corrected', 'other')),
  -- 复议机关 as 共同被告: the report counts the suit for the organ that has answered alone (国办公开办函〔2016〕201号)
  is_co_defendant boolean not null default false,
  -- what it was about, sealed
  note       text,
  by_name    text not null,
  recorded_at timestamptz not null default now(),
  changed_at  timestamptz not null default now(),
  check ((closed_on is null) = (result is null)),
  check (closed_on >= filed_on)
);
create index information_request_disputes_of on information_request_disputes (request_id, id);
create index information_request_disputes_open on information_request_disputes (filed_on) where closed_on is null;
