-- The question and the window of time are conditions of their own. As one tsquery (query && time_window) they were one scan key of
-- the index, which goes by its rarest terms one by one: by every document of every month of the window, although the question
-- has few of them there. Two keys step from the one's next document to the other's: 26 ms became 3 for two words and nine
-- months among 1,000,000 documents.
create or replace function search_newest(
  query tsquery, windows tsquery[], wanted_validity text, today date, before_at timestamptz, before_id text, most integer
) returns table (
  document_id text, title text, published_at timestamptz, dated_on date, validity text,
  -- of the last row alone, which is no document
  matched integer, windows_done integer, milliseconds real
) language plpgsql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
  set plan_cache_mode = force_generic_plan set work_mem = '32MB' set jit = off
as $$
declare
  begun       constant timestamptz := clock_timestamp();
  time_window tsquery;
  done        integer := 0;
  width       integer := 0;
  found_rows  integer := 0;
  remaining   integer := most;
  seen        integer := 0;
  one         record;
begin
  while remaining > 0 and done < cardinality(windows) loop
    width := search_width(windows, done, found_rows, remaining);
    time_window := search_window(windows, done, width);
    found_rows := 0;
    for one in
      select d.document_id, d.title, d.published_at, d.dated_on, search_validity(d, today) as validity,
             (count(*) over ())::integer as matched
        from search_documents d
       where d.terms @@ query and d.terms @@ time_window
         and (wanted_validity is null or search_validity(d, today) = wanted_validity)
         and (before_at is null or (d.published_at, d.document_id) < (before_at, before_id))
       order by d.published_at desc, d.document_id desc
       limit remaining
    loop
      if found_rows = 0 then seen := seen + one.matched; end if;
      found_rows := found_rows + 1;
      document_id := one.document_id; title := one.title; published_at := one.published_at;
      dated_on := one.dated_on; validity := one.validity;
      return next;
    end loop;
    remaining := remaining - found_rows;
    done := done + width;
  end loop;
  document_id := null; title := null; published_at := null; dated_on := null; validity := null;
  matched := seen;
  windows_done := done;
  milliseconds := extract(epoch from clock_timestamp() - begun) * 1000;
  return next;
end $$;

-- A window is about as wide as all before it together, so it takes about as long: it is begun only while there is time for it.
create or replace function search_count(
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
    if total >= most or 2 * (clock_timestamp() - begun) > budget_ms * interval '1 millisecond' then
      is_whole := false;
      exit;
    end if;
    select count(*) into found_rows from (
      select from search_documents d
       where d.terms @@ query and d.terms @@ time_window
         and (wanted_validity is null or search_validity(d, today) = wanted_validity)
       limit most - total
    ) as counted;
    total := total + found_rows;
  end loop;
end $$;

create or replace function search_facets(
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
    if remaining <= 0 or 2 * (clock_timestamp() - begun) > budget_ms * interval '1 millisecond' then
      documents := 0;
      is_last := false;
      return next;
      exit;
    end if;
    for one in
      select f.domain, f.owner, f.kind, f.theme, f.year, f.validity, count(*)::integer as documents from (
        select d.domain, d.owner, d.kind, d.theme, d.year, search_validity(d, today) as validity
          from search_documents d
         where d.terms @@ query and d.terms @@ time_window
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
