-- The official texts of regulations (行政法规、规章), as imported: what the texts on the site are compared with.
-- pg_trgm finds parts of titles; it was made with the read model.
create table regulations (
  id            text primary key,
  -- short: 政府信息公开条例; what the files are named after
  name          text not null unique,
  -- the rest is that of the newest version
  title         text not null,
  doc_no        text,
  latest_on     date not null,
  in_force_from date not null,
  versions      integer not null check (versions > 0)
);
create index regulations_by_latest_on on regulations (latest_on desc, id desc);
create index regulations_by_title on regulations using gin (title gin_trgm_ops);

-- Every version that was imported, for ever.
create table regulation_versions (
  regulation_id text not null references regulations (id),
  version_on    date not null,
  title         text not null,
  doc_no        text,
  history       jsonb not null,
  -- the day of 施行 in the head of the text
  effective_on  date,
  -- … or, where that is the day of an earlier version or missing, the day of this version
  in_force_from date not null,
  articles      jsonb not null,
  article_count integer not null,
  sha256        text not null,
  source        text not null,
  imported_at   timestamptz not null default now(),
  primary key (regulation_id, version_on)
);
create trigger regulation_versions_stay before update or delete on regulation_versions
  for each row execute function refuse_change();
create trigger regulation_versions_all_stay before truncate on regulation_versions
  for each statement execute function refuse_change();
