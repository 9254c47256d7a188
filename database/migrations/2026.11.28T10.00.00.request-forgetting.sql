-- What was written down of events, records and disputes is forgotten with the request: what remains are kinds and days.
create or replace function keep_but_forget() returns trigger language plpgsql as $$
declare
  -- the column that may be emptied
  forgotten constant text := coalesce(tg_argv[0], 'sealed');
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) ->> forgotten is null and to_jsonb(new) - forgotten = to_jsonb(old) - forgotten then
      return new;
    end if;
  end if;
  raise exception '%: rows of % are never changed', tg_op, tg_table_name using errcode = 'DG001';
end $$;

drop trigger immutable on information_request_events;
create trigger kept before update or delete on information_request_events
  for each row execute function keep_but_forget('note');
create trigger stay before truncate on information_request_events
  for each statement execute function refuse_change();

drop trigger immutable on information_request_records;
create trigger kept before update or delete on information_request_records
  for each row execute function keep_but_forget('note');
create trigger stay before truncate on information_request_records
  for each statement execute function refuse_change();
