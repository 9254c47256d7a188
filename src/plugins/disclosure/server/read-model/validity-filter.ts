import type { Knex } from 'knex';

/**
 * The validity of a row of `publications` on a day, as SQL: `rules/validity.ts` in the database, for lists,
 * facets and ranking. Wants the day four times (`VALIDITY_DAYS`).
 */
export const VALIDITY_SQL = `case
  when repealed_on <= ?::date and repealed_on <= coalesce(least(lapsed_on, valid_until + 1), repealed_on) then '废止'
  when least(lapsed_on, valid_until + 1) <= ?::date then '失效'
  when effective_on > ?::date then '未生效'
  when amended_on <= ?::date then '已修改'
  else validity
end`;

/** The bindings of `VALIDITY_SQL` for a day. */
export const validityDays = (on: string): string[] => [on, on, on, on];

/** What a row must have to be of a validity at all: each walks an index, so that few rows are looked at. */
const CANDIDATES: Record<string, string> = {
  废止: "(repealed_on <= ?::date or validity = '废止')",
  失效: "(valid_until < ?::date or lapsed_on <= ?::date or validity = '失效')",
  未生效: 'effective_on > ?::date',
  已修改: "(amended_on <= ?::date or validity = '已修改')",
};

/** Keeps the rows of a validity on a day. */
export function filterValidity(rows: Knex.QueryBuilder, validity: string, on: string): void {
  const candidates = CANDIDATES[validity];
  if (candidates) rows.whereRaw(candidates, Array(candidates.split('?').length - 1).fill(on));
  else rows.where('validity', validity);
  rows.whereRaw(`${VALIDITY_SQL} = ?`, [...validityDays(on), validity]);
}
