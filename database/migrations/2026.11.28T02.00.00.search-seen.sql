-- A search for the newest also tells what it has seen on its way: how many documents match in the windows that it went
-- through, how many windows that were, and how long it took. Counting goes on from there, in place of looking again.
drop function search_newest(tsquery, tsquery[], text, date, timestamptz, text, integer);
create function search_newest(
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
       where d.terms @@ (query && time_window)
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
