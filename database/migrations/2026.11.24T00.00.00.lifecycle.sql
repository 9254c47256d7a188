-- Days on which a publication ends by itself, and units that another department reviews.

alter table publications add column valid_until date, add column take_down_on date;
create index publications_by_valid_until on publications (valid_until) where state = 'live';
create index publications_by_take_down on publications (take_down_on) where state = 'live';

-- The last line knows a second department for a working copy: the regulator of a public institution
-- reviews what the institution enters (it changes the state, never the owner).
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
     and exists (select from disclosure_departments where code = old.owner and regulator = department) then
    return new;
  end if;
  if tg_op = 'DELETE' and department is not distinct from old.owner then
    return old;
  end if;
  raise exception '% on %: department % is not the owner', tg_op, tg_table_name, coalesce(department, '(none)')
    using errcode = 'DG002';
end $$;
