-- 检索: how often each term stands in documents, down to the rarer ones: a search looks for what is rare in all of the
-- time at once, and for what is common among the newest (src/plugins/search/server/index/postgres/windows.ts).
alter table search_documents alter column terms set statistics 1000;

-- The year of Shanghai in which it was published; computing it for ten thousand rows took half of the time of counting.
alter table search_documents add column year smallint not null
  generated always as (extract(year from published_at at time zone 'Asia/Shanghai')::smallint) stored;

-- Of the windows behind the first `done`, so many are taken at once: where few documents were found in the last one, the
-- next has to be wider (each window is about as wide as all before it together).
create function search_width(windows tsquery[], done integer, found_rows integer, remaining integer) returns integer
language sql immutable as $$
  select case
    when done = 0 then 1
    when found_rows = 0 then cardinality(windows) - done
    else least(cardinality(windows) - done, greatest(1, ceil(log(2.0, remaining::numeric / found_rows))::integer))
  end
$$;

-- So many windows as one. The last ones are told by what was before them: that is shorter.
create function search_window(windows tsquery[], done integer, width integer) returns tsquery
language plpgsql immutable as $$
declare
  merged tsquery;
  is_rest constant boolean := done > 0 and done + width = cardinality(windows);
begin
  for i in (case when is_rest then 1 else done + 1 end) .. (case when is_rest then done else done + width end) loop
    merged := case when merged is null then windows[i] else merged || windows[i] end;
  end loop;
  return case when is_rest then !! merged else merged end;
end $$;

create or replace function search_newest(
  query tsquery, windows tsquery[], wanted_validity text, today date, before_at timestamptz, before_id text, most integer
) returns table (
  document_id text, title text, published_at timestamptz, dated_on date, validity text
) language plpgsql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
  set plan_cache_mode = force_generic_plan set work_mem = '32MB' set jit = off
as $$
declare
  time_window tsquery;
  done        integer := 0;
  width       integer := 0;
  found_rows  integer := 0;
  remaining   integer := most;
begin
  while remaining > 0 and done < cardinality(windows) loop
    width := search_width(windows, done, found_rows, remaining);
    time_window := search_window(windows, done, width);
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
    done := done + width;
  end loop;
end $$;

-- Counting ends when it has taken long enough: what was found until then is a lower bound.
drop function search_count(tsquery, tsquery[], text, date, integer);
create function search_count(
  query tsquery, windows tsquery[], wanted_validity text, today date, most integer, budget_ms integer,
  out total integer, out is_whole boolean
) language plpgsql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
  set plan_cache_mode = force_generic_plan set work_mem = '32MB' set jit = off
as $$
declare
  begun       constant timestamptz := clock_timestamp();
  time_window tsquery;
  found_rows  integer;
begin
  total := 0;
  is_whole := true;
  foreach time_window in array windows loop
    if total >= most or clock_timestamp() - begun > budget_ms * interval '1 millisecond' then
      is_whole := false;
      exit;
    end if;
    select count(*) into found_rows from (
      select from search_documents d
       where d.terms @@ (query && time_window)
         and (wanted_validity is null or search_validity(d, today) = wanted_validity)
       limit most - total
    ) as counted;
    total := total + found_rows;
  end loop;
end $$;

-- What is counted of the documents is grouped where they are found: a few hundred rows leave, not ten thousand.
drop function search_facets(tsquery, tsquery[], text, date, integer);
create function search_facets(
  query tsquery, windows tsquery[], wanted_validity text, today date, most integer, budget_ms integer
) returns table (
  domain text, owner text, kind text, theme text, year smallint, validity text, documents integer, is_last boolean
) language plpgsql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
  set plan_cache_mode = force_generic_plan set work_mem = '32MB' set jit = off
as $$
declare
  begun       constant timestamptz := clock_timestamp();
  time_window tsquery;
  remaining   integer := most;
  one         record;
begin
  foreach time_window in array windows loop
    -- a row without values says that there may be more
    if remaining <= 0 or clock_timestamp() - begun > budget_ms * interval '1 millisecond' then
      documents := 0;
      is_last := false;
      return next;
      exit;
    end if;
    for one in
      select f.domain, f.owner, f.kind, f.theme, f.year, f.validity, count(*)::integer as documents from (
        select d.domain, d.owner, d.kind, d.theme, d.year, search_validity(d, today) as validity
          from search_documents d
         where d.terms @@ (query && time_window)
           and (wanted_validity is null or search_validity(d, today) = wanted_validity)
         limit remaining
      ) as f group by f.domain, f.owner, f.kind, f.theme, f.year, f.validity
    loop
      remaining := remaining - one.documents;
      domain := one.domain; owner := one.owner; kind := one.kind; theme := one.theme;
      year := one.year; validity := one.validity; documents := one.documents; is_last := true;
      return next;
      domain := null; owner := null; kind := null; theme := null; year := null; validity := null;
    end loop;
  end loop;
end $$;
