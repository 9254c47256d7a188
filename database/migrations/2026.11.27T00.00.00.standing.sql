-- From which days a publication is in force, changed by another document, or repealed by one. With `valid_until`
-- its validity follows on any day, so nothing is written at midnight. Null: not known, or it never happens.
alter table publications
  add column effective_on date,
  add column amended_on   date,
  add column repealed_on  date;
create index publications_by_repealed_on on publications (repealed_on) where state = 'live' and repealed_on is not null;
create index publications_by_effective_on on publications (effective_on) where state = 'live' and effective_on is not null;
