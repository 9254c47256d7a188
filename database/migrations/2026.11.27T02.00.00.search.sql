-- 检索: one row a live publication, as the plugin `search` has read it. Everything here can be made again.
create table search_documents (
  document_id  text primary key,
  -- counts up with the rules by which texts become terms: older rows are read again
  rules        integer not null,
  -- words, pairs of characters, filters and time, without positions: src/plugins/search/server/terms
  terms        tsvector not null,
  title        text not null,
  domain       text not null,
  owner        text not null,
  kind         text not null,
  theme        text,
  published_at timestamptz not null,
  -- the day by which it is new or old
  dated_on     date not null,
  -- its validity follows from its days, as in the read model
  validity     text,
  effective_on date,
  valid_until  date,
  amended_on   date,
  repealed_on  date,
  lapsed_on    date,
  -- attached files without text: scans, and what no reader can open
  textless     text[] not null default '{}',
  -- some attached file has not been read yet
  unread       boolean not null default false
);
-- rows stay narrow: the terms are looked up in the index and never read from the row
alter table search_documents set (toast_tuple_target = 256);
create index search_documents_terms on search_documents using gin (terms);
create index search_documents_newest on search_documents (published_at, document_id);
create index search_documents_unread on search_documents (document_id) where unread;

-- What a document is on a day: the order of the rule in the read model.
create function search_validity(d search_documents, day date) returns text language sql immutable as $$
  select case
    when d.repealed_on <= day and d.repealed_on <= coalesce(least(d.lapsed_on, d.valid_until + 1), d.repealed_on) then '废止'
    when least(d.lapsed_on, d.valid_until + 1) <= day then '失效'
    when d.effective_on > day then '未生效'
    when d.amended_on <= day then '已修改'
    else d.validity
  end
$$;

-- The newest documents that have all terms, at most so many. The windows lie one behind the other in time, the
-- newest first, each wider than the one before: a common word ends in the first of them, a rare one is cheap in
-- all of them. So a search costs the same on a thousand documents and on a million.
-- Only bitmaps of the index over terms are allowed: an order by date that walks the dates would read the terms of
-- every row that it passes, and plans are made once, because making one reads the statistics of all terms.
create function search_newest(
  query tsquery, windows tsquery[], wanted_validity text, today date, before_at timestamptz, before_id text, most integer
) returns table (
  document_id text, title text, published_at timestamptz, dated_on date, validity text
) language plpgsql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
  set plan_cache_mode = force_generic_plan set work_mem = '32MB' set jit = off
as $$
declare
  time_window tsquery;
  remaining   integer := most;
  found_rows  integer;
begin
  foreach time_window in array windows loop
    return query
      select d.document_id, d.title, d.published_at, d.dated_on, search_validity(d, today)
        from search_documents d
       where d.terms @@ (query && time_window)
         and (wanted_validity is null or search_validity(d, today) = wanted_validity)
         and (before_at is null or (d.published_at, d.document_id) < (before_at, before_id))
       order by d.published_at desc, d.document_id desc
       limit remaining;
    get diagnostics found_rows = row_count;
    remaining := remaining - found_rows;
    exit when remaining <= 0;
  end loop;
end $$;

-- How many there are, at most so many, in the same windows.
create function search_count(query tsquery, windows tsquery[], wanted_validity text, today date, most integer)
returns integer language plpgsql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
  set plan_cache_mode = force_generic_plan set work_mem = '32MB' set jit = off
as $$
declare
  time_window tsquery;
  found_rows  integer;
  total       integer := 0;
begin
  foreach time_window in array windows loop
    select count(*) into found_rows from (
      select from search_documents d
       where d.terms @@ (query && time_window)
         and (wanted_validity is null or search_validity(d, today) = wanted_validity)
       limit most - total
    ) as counted;
    total := total + found_rows;
    exit when total >= most;
  end loop;
  return total;
end $$;

-- The same documents by what is counted of them.
create function search_facets(query tsquery, windows tsquery[], wanted_validity text, today date, most integer)
returns table (domain text, owner text, kind text, theme text, year integer, validity text) language plpgsql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
  set plan_cache_mode = force_generic_plan set work_mem = '32MB' set jit = off
as $$
declare
  time_window tsquery;
  remaining   integer := most;
  found_rows  integer;
begin
  foreach time_window in array windows loop
    return query
      select d.domain, d.owner, d.kind, d.theme,
             extract(year from d.published_at at time zone 'Asia/Shanghai')::integer, search_validity(d, today)
        from search_documents d
       where d.terms @@ (query && time_window)
         and (wanted_validity is null or search_validity(d, today) = wanted_validity)
       limit remaining;
    get diagnostics found_rows = row_count;
    remaining := remaining - found_rows;
    exit when remaining <= 0;
  end loop;
end $$;

-- What is no longer public is not found from the moment of its withdrawal on: in the same transaction.
create function forget_in_search() returns trigger language plpgsql as $$
begin
  delete from search_documents where document_id = new.document_id;
  return null;
end $$;
create trigger withdrawn_is_not_found after update of state on publications
  for each row when (new.state = 'withdrawn') execute function forget_in_search();

-- The old search read the texts through this.
drop index publications_search;
