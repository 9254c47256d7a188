-- What public documents do to each other and say of each other: 修改、废止、宣布失效、继续有效、解读、刊登.
-- Written with the publication of the source, gone with its withdrawal.
create table publication_links (
  source_id text not null,
  target_id text not null,
  relation  text not null check (relation in ('amends', 'repeals', 'lapses', 'confirms', 'interprets', 'prints')),
  -- the day from which it holds
  on_day    date not null,
  -- the order in which the source names them
  position  integer not null,
  primary key (source_id, relation, target_id),
  check (source_id <> target_id)
);
create index publication_links_by_target on publication_links (target_id, relation);

-- 清理宣布失效: ends a document before its own last day.
alter table publications add column lapsed_on date;
create index publications_by_amended_on on publications (amended_on) where state = 'live' and amended_on is not null;
create index publications_by_lapsed_on on publications (lapsed_on) where state = 'live' and lapsed_on is not null;

-- The last line of the links: written only for the owner of the source; and 谁制定、谁清理: whoever changes what is
-- in force owns it, or is the government's office over its departments and townships.
create function guard_publication_link() returns trigger language plpgsql as $$
declare
  department text := current_setting('app.actor_dept', true);
  verb       text := current_setting('app.verb', true);
  source     text := case when tg_op = 'DELETE' then old.source_id else new.source_id end;
begin
  if tg_op = 'UPDATE' then
    raise exception 'links of publications are never changed' using errcode = 'DG001';
  end if;
  if tg_op = 'DELETE' and verb = 'ordered-withdrawal' then
    return old;
  end if;
  if not exists (select from publications where document_id = source and owner = department) then
    raise exception 'department % does not own publication %', coalesce(department, '(none)'), source
      using errcode = 'DG002';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if new.relation in ('amends', 'repeals', 'lapses', 'confirms') and not exists (
    select from publications p
     where p.document_id = new.target_id and (
       p.owner = department or (
         exists (select from disclosure_departments where code = department and kind = 'office') and
         exists (select from disclosure_departments where code = p.owner and kind in ('department', 'township'))))
  ) then
    raise exception 'department % may not change publication %', department, new.target_id using errcode = 'DG002';
  end if;
  return new;
end $$;
create trigger publication_links_belong_to_owner before insert or update or delete on publication_links
  for each row execute function guard_publication_link();
create trigger publication_links_stay before truncate on publication_links
  for each statement execute function refuse_change();

-- Whether an update of a publication only writes down what other documents do to it, and just that.
create function is_standing_update(old_row publications, new_row publications) returns boolean language sql as $$
  select (to_jsonb(new_row) - array['amended_on', 'repealed_on', 'lapsed_on', 'summary', 'etag'])
           = (to_jsonb(old_row) - array['amended_on', 'repealed_on', 'lapsed_on', 'summary', 'etag'])
     and (new_row.summary - array['amendedOn', 'repealedOn', 'lapsedOn'])
           = (old_row.summary - array['amendedOn', 'repealedOn', 'lapsedOn'])
     and new_row.summary @> jsonb_build_object(
           'amendedOn', new_row.amended_on, 'repealedOn', new_row.repealed_on, 'lapsedOn', new_row.lapsed_on)
     and (new_row.amended_on, new_row.repealed_on, new_row.lapsed_on)
           is distinct from (old_row.amended_on, old_row.repealed_on, old_row.lapsed_on)
     and exists (
           select from (
             select min(on_day) filter (where relation = 'amends') as amended_on,
                    min(on_day) filter (where relation = 'repeals') as repealed_on,
                    min(on_day) filter (where relation = 'lapses') as lapsed_on
               from publication_links where target_id = new_row.document_id
           ) as linked
            where (linked.amended_on, linked.repealed_on, linked.lapsed_on)
                    is not distinct from (new_row.amended_on, new_row.repealed_on, new_row.lapsed_on))
$$;

create or replace function guard_publication() returns trigger language plpgsql as $$
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
  if department is distinct from old.owner and not is_standing_update(old, new) then
    raise exception 'department % does not own publication %', coalesce(department, '(none)'), old.document_id
      using errcode = 'DG002';
  end if;
  return new;
end $$;
