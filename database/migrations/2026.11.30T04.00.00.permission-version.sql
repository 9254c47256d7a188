-- Which permissions of the panel stand: raised by every change of them, in its own transaction, so that what was made of
-- one version is never taken for another (a sequence would tell of a change before it is there).
create table permission_version (
  is_only boolean primary key default true check (is_only),
  version bigint not null default 0
);
insert into permission_version default values;

create function raise_permission_version() returns trigger language plpgsql as $$
begin
  update permission_version set version = version + 1;
  return null;
end $$;
