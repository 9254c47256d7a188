-- 年度报告 and 申请分析 count requests by the day of receipt and of the answer, disputes by the day of their end.
create index information_requests_received on information_requests (received_on, owner) where received_on is not null;
create index information_request_disputes_closed on information_request_disputes (closed_on) where closed_on is not null;
create index information_request_payments on information_request_events (on_day) where type = 'feePaid';

-- The last line knows a further department for a working copy: the one that reviews every document of a type, named where
-- the trigger is put on its table (gate/record-guards.ts). It approves and returns, and changes no owner.
create or replace function guard_record() returns trigger language plpgsql as $$
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
  if tg_op = 'UPDATE' and verb in ('approve', 'return', 'ratify') and new.owner = old.owner
     and (tg_argv[0] = department
          or exists (select from disclosure_departments where code = old.owner and regulator = department)) then
    return new;
  end if;
  if tg_op = 'DELETE' and department is not distinct from old.owner then
    return old;
  end if;
  raise exception '% on %: department % is not the owner', tg_op, tg_table_name, coalesce(department, '(none)')
    using errcode = 'DG002';
end $$;
