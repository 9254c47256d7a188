-- Rosters (名单、台账): immutable lists of typed, already masked rows. A roster is built and sealed in one
-- transaction; an edition that refers to it keeps it for ever.

create table rosters (
  id          uuid primary key,
  -- the document for which it was uploaded
  type        text not null,
  document_id text not null,
  owner       text not null,
  created_by  text not null,
  -- [{key, label, kind, slot}]
  columns     jsonb not null,
  row_count   integer not null default 0 check (row_count >= 0),
  sha256      text,
  state       text not null default 'building' check (state in ('building', 'sealed')),
  created_at  timestamptz not null default now(),
  constraint sealed_is_complete check (state = 'building' or (sha256 is not null and row_count > 0))
);
create index rosters_by_age on rosters (created_at);

-- k1 … k8: the values of the first sortable columns, written so that their plain order is the order of the
-- values; '' for an empty cell, null for a slot that no column has.
create table roster_rows (
  roster_id   uuid not null,
  seq         integer not null check (seq > 0),
  cells       jsonb not null,
  search_text text not null,
  k1 text collate "C", k2 text collate "C", k3 text collate "C", k4 text collate "C",
  k5 text collate "C", k6 text collate "C", k7 text collate "C", k8 text collate "C",
  primary key (roster_id, seq)
);
create index roster_rows_by_k1 on roster_rows (roster_id, k1, seq) where k1 is not null;
create index roster_rows_by_k2 on roster_rows (roster_id, k2, seq) where k2 is not null;
create index roster_rows_by_k3 on roster_rows (roster_id, k3, seq) where k3 is not null;
create index roster_rows_by_k4 on roster_rows (roster_id, k4, seq) where k4 is not null;
create index roster_rows_by_k5 on roster_rows (roster_id, k5, seq) where k5 is not null;
create index roster_rows_by_k6 on roster_rows (roster_id, k6, seq) where k6 is not null;
create index roster_rows_by_k7 on roster_rows (roster_id, k7, seq) where k7 is not null;
create index roster_rows_by_k8 on roster_rows (roster_id, k8, seq) where k8 is not null;

-- Which editions show which roster: what is in here cannot be deleted any more.
create table edition_rosters (
  roster_id   uuid not null references rosters (id),
  document_id text not null,
  edition_no  integer not null,
  primary key (roster_id, document_id, edition_no)
);
create index edition_rosters_by_document on edition_rosters (document_id);

-- ---------------------------------------------------------------------------------------------------
-- The last line.

create trigger edition_rosters_are_final before update or delete on edition_rosters
  for each row execute function refuse_change();
create trigger edition_rosters_stay before truncate on edition_rosters
  for each statement execute function refuse_change();
create trigger rosters_stay before truncate on rosters
  for each statement execute function refuse_change();
create trigger roster_rows_are_final before update on roster_rows
  for each row execute function refuse_change();
create trigger roster_rows_stay before truncate on roster_rows
  for each statement execute function refuse_change();

-- Only its owner builds a roster; sealed, it changes no more but for a transfer to another department.
-- The sweep (system work, no department) removes what nothing refers to.
create function guard_roster() returns trigger language plpgsql as $$
declare
  department text := current_setting('app.actor_dept', true);
  verb       text := current_setting('app.verb', true);
begin
  if tg_op = 'DELETE' then
    if verb = 'sweep' or department is not distinct from old.owner then
      return old;
    end if;
    raise exception 'department % does not own roster %', coalesce(department, '(none)'), old.id
      using errcode = 'DG002';
  end if;
  if tg_op = 'UPDATE' then
    if verb = 'transfer' and (to_jsonb(new) - 'owner') = (to_jsonb(old) - 'owner') then
      return new;
    end if;
    if old.state = 'sealed' then
      raise exception 'roster % is sealed', old.id using errcode = 'DG001';
    end if;
    if new.owner <> old.owner or new.id <> old.id then
      raise exception 'roster % changes its owner only by a transfer', old.id using errcode = 'DG002';
    end if;
  elsif new.state <> 'building' then
    raise exception 'roster % is not built yet', new.id using errcode = 'DG001';
  end if;
  if department is distinct from new.owner then
    raise exception 'department % does not own roster %', coalesce(department, '(none)'), new.id
      using errcode = 'DG002';
  end if;
  return new;
end $$;

create trigger rosters_belong_to_owner before insert or update or delete on rosters
  for each row execute function guard_roster();

-- Looked at once a statement, not once a row: lists have 100,000 of them.
create function guard_new_roster_rows() returns trigger language plpgsql as $$
declare
  department text := current_setting('app.actor_dept', true);
begin
  if exists (
    select from added left join rosters on rosters.id = added.roster_id and rosters.owner = department
                                        and rosters.state = 'building'
     where rosters.id is null
  ) then
    raise exception 'rows are added only by the owner of a roster that is being built' using errcode = 'DG001';
  end if;
  return null;
end $$;

create trigger roster_rows_are_built after insert on roster_rows
  referencing new table as added for each statement execute function guard_new_roster_rows();

-- Rows go with their roster, never alone.
create function guard_old_roster_rows() returns trigger language plpgsql as $$
begin
  if exists (select from removed join rosters on rosters.id = removed.roster_id) then
    raise exception 'rows of a roster are never deleted' using errcode = 'DG001';
  end if;
  return null;
end $$;

create trigger roster_rows_stay_whole after delete on roster_rows
  referencing old table as removed for each statement execute function guard_old_roster_rows();

create function remove_roster_rows() returns trigger language plpgsql as $$
begin
  delete from roster_rows where roster_id = old.id;
  return null;
end $$;

create trigger rosters_take_their_rows after delete on rosters
  for each row execute function remove_roster_rows();
