-- The engine's own tables. Strapi leaves tables that it does not know alone at a schema sync.

create extension if not exists pg_trgm;

-- The read model: one row = one finished public document, or the tombstone of a withdrawn one.
create table publications (
  document_id       text primary key,
  type              text not null,
  domain            text not null,
  catalogue_item    text,
  kind              text not null,
  owner             text not null,
  owner_name        text not null,
  index_no          text not null unique,
  doc_no            text,
  title             text not null,
  abstract          text,
  theme             text,
  genre             text,
  validity          text,
  columns           text[] not null default '{}',
  -- what the document belongs to inside its domain (a project), and its place there (class, item)
  subject_id        text,
  facet             text,
  item              text,
  formed_on         date,
  due_on            date,
  published_at      timestamptz not null,
  first_published_at timestamptz not null,
  edition_no        integer not null check (edition_no > 0),
  state             text not null check (state in ('live', 'withdrawn')),
  withdrawn_at      timestamptz,
  withdrawal_reason text,
  withdrawn_by      text,
  successor         text,
  summary           jsonb not null,
  detail            jsonb not null,
  search_text       text not null,
  etag              text not null,
  constraint tombstone_is_complete check (
    (state = 'live' and withdrawn_at is null) or
    (state = 'withdrawn' and withdrawn_at is not null and withdrawal_reason is not null)
  )
);

-- Every public list filters on one of these and walks it newest first.
create index publications_newest on publications (published_at, document_id) where state = 'live';
create index publications_formed on publications (formed_on, document_id) where state = 'live';
create index publications_by_domain on publications (domain, published_at, document_id) where state = 'live';
create index publications_by_row on publications (catalogue_item, published_at, document_id) where state = 'live';
create index publications_by_owner on publications (owner, published_at, document_id) where state = 'live';
create index publications_by_kind on publications (kind, published_at, document_id) where state = 'live';
create index publications_by_theme on publications (theme, published_at, document_id) where state = 'live';
create index publications_by_genre on publications (genre, published_at, document_id) where state = 'live';
create index publications_by_validity on publications (validity, published_at, document_id) where state = 'live';
create index publications_by_subject on publications (subject_id, item, published_at, document_id) where state = 'live';
create index publications_by_doc_no on publications (doc_no, published_at, document_id) where state = 'live';
create index publications_by_column on publications using gin (columns) where state = 'live';
create index publications_search on publications using gin (search_text gin_trgm_ops) where state = 'live';

-- History: what was public, word for word. Never changed.
create table editions (
  document_id  text not null,
  edition_no   integer not null check (edition_no > 0),
  type         text not null,
  owner        text not null,
  title        text not null,
  reason       text,
  published_at timestamptz not null,
  published_by text not null,
  content      jsonb not null,
  sha256       text not null,
  primary key (document_id, edition_no)
);

-- Audit log: a hash chain, each entry over the one before it.
create table audit_entries (
  seq           bigint primary key,
  at            timestamptz not null,
  verb          text not null,
  outcome       text not null check (outcome in ('done', 'refused')),
  code          text,
  actor         jsonb,
  type          text,
  document_id   text,
  owner         text,
  version       integer,
  edition_no    integer,
  reason        text,
  details       jsonb,
  previous_hash text not null,
  hash          text not null
);
create index audit_entries_by_document on audit_entries (document_id, seq);
create index audit_entries_by_owner on audit_entries (owner, seq);

-- The head of the chain: its row lock puts writers in order, its hash shows a missing tail.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  seq      bigint not null,
  hash     text not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

-- Work to be done after the commit, delivered at least once.
create table outbox (
  id           bigint generated always as identity primary key,
  topic        text not null,
  document_id  text not null,
  payload      jsonb not null,
  created_at   timestamptz not null default now(),
  processed_at timestamptz
);
create index outbox_waiting on outbox (id) where processed_at is null;

-- 索引号 counters: the row lock makes the numbers gapless, a rolled-back publication gives its number back.
create table index_number_sequences (
  scope text primary key,
  last  integer not null check (last > 0)
);

-- ---------------------------------------------------------------------------------------------------
-- The last line: what holds even when every line of code above it is bypassed.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%: rows of % are never changed', tg_op, tg_table_name using errcode = 'DG001';
end $$;

create trigger editions_are_final before update or delete on editions
  for each row execute function refuse_change();
create trigger editions_stay before truncate on editions
  for each statement execute function refuse_change();
create trigger audit_entries_are_final before update or delete on audit_entries
  for each row execute function refuse_change();
create trigger audit_entries_stay before truncate on audit_entries
  for each statement execute function refuse_change();
create trigger publications_stay before truncate or delete on publications
  for each statement execute function refuse_change();

-- 谁公开谁负责: only the session that acts for the owner changes a publication. The gate names the
-- department and the verb in the transaction (set_config … local).
create function guard_publication() returns trigger language plpgsql as $$
declare
  department text := current_setting('app.actor_dept', true);
  verb       text := current_setting('app.verb', true);
begin
  if tg_op = 'INSERT' then
    if department is distinct from new.owner then
      raise exception 'department % does not own publication %', coalesce(department, '(none)'), new.document_id
        using errcode = 'DG002';
    end if;
    return new;
  end if;
  if new.document_id <> old.document_id or new.index_no <> old.index_no then
    raise exception 'index number and identity of publication % never change', old.document_id
      using errcode = 'DG003';
  end if;
  if verb = 'transfer' and new.owner <> old.owner then
    return new;
  end if;
  if new.owner <> old.owner then
    raise exception 'publication % changes its owner only by a transfer', old.document_id using errcode = 'DG002';
  end if;
  if verb = 'ordered-withdrawal' and old.state = 'live' and new.state = 'withdrawn'
     and new.detail = old.detail and new.summary = old.summary then
    return new;
  end if;
  if department is distinct from old.owner then
    raise exception 'department % does not own publication %', coalesce(department, '(none)'), old.document_id
      using errcode = 'DG002';
  end if;
  return new;
end $$;

create trigger publications_belong_to_owner before insert or update on publications
  for each row execute function guard_publication();

-- The same for the working copies: installed on each disclosure table once Strapi has made it.
create function guard_record() returns trigger language plpgsql as $$
declare
  department text := current_setting('app.actor_dept', true);
  verb       text := current_setting('app.verb', true);
  -- Strapi's own book-keeping: changes when an administrator's account is removed
  ignored    text[] := array['created_by_id', 'updated_by_id', 'created_at', 'updated_at'];
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - ignored) = (to_jsonb(old) - ignored) then
    return new;
  end if;
  if verb in ('transfer', 'ordered-withdrawal') then
    return coalesce(new, old);
  end if;
  if tg_op = 'INSERT' and department is not distinct from new.owner then
    return new;
  end if;
  if tg_op = 'UPDATE' and department is not distinct from old.owner and new.owner = old.owner then
    return new;
  end if;
  if tg_op = 'DELETE' and department is not distinct from old.owner then
    return old;
  end if;
  raise exception '% on %: department % is not the owner', tg_op, tg_table_name, coalesce(department, '(none)')
    using errcode = 'DG002';
end $$;
