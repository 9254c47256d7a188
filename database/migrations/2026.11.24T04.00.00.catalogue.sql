-- 梳理、简化: what the office did with the rows of the standard catalogues, and what a row stands for since.

-- History of the rows. Never changed.
create table catalogue_changes (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  act          text not null check (act in ('add', 'confirm', 'correct', 'split', 'merge', 'retire', 'remove')),
  domain       text not null,
  code         text not null,
  reason       text not null,
  -- who did it; not told to the public
  actor        jsonb not null,
  -- confirm: name and address of the published text
  evidence     jsonb,
  -- what changed of the row's texts: [{field, before, after}]
  changes      jsonb not null default '[]',
  predecessors text[] not null default '{}',
  successors   text[] not null default '{}'
);
create index catalogue_changes_by_row on catalogue_changes (code, id);
create index catalogue_changes_by_domain on catalogue_changes (domain, code);

create trigger catalogue_changes_are_final before update or delete on catalogue_changes
  for each row execute function refuse_change();
create trigger catalogue_changes_stay before truncate on catalogue_changes
  for each statement execute function refuse_change();

-- Under which row a merged one stands now, with all that was merged into it before: publications keep the
-- row under which they were published, and readers of the new row find them.
create table catalogue_lineage (
  code   text not null,
  member text not null,
  primary key (code, member),
  check (code <> member)
);
create trigger catalogue_lineage_is_final before update or delete on catalogue_lineage
  for each row execute function refuse_change();
create trigger catalogue_lineage_stays before truncate on catalogue_lineage
  for each statement execute function refuse_change();

-- Coverage counts the publications of a row and a department by the day on which they were due, withdrawn
-- ones included, without a look at the wide rows themselves.
create index publications_coverage on publications
  (catalogue_item, owner, (coalesce(due_on, (first_published_at at time zone 'Asia/Shanghai')::date)))
  include (due_on, first_published_at, document_id);
