import type { Knex } from 'knex';
import { addDays } from '../../../../disclosure/server/rules/dates';
import { all, any, type Expression, term } from '../../query/expression';
import { LEXEME } from '../../terms/lexemes';
import { coverOf, startOfDay } from '../../terms/time-terms';
import type { After, Scope } from '../search-index';
import { toTsQuery } from './tsquery';
import { windowsOf } from './windows';

/** The call of `search_newest` for one expression: SQL and what it is given, but for the tsquery. */
export const NEWEST = 'search_newest(?::tsquery, ?::text[]::tsquery[], ?, ?::date, ?::timestamptz, ?, ?)';

/** Earlier and later days are beyond every publication. */
const FIRST_DAY = '1949-10-01';

/** An expression with the filters of its scope, as a tsquery. */
export function inScope(expression: Expression, { filters, from, to, today }: Scope): string {
  return toTsQuery(all([expression, ...filters, daysOf(from, to, today)]) ?? expression);
}

function daysOf(from: string | undefined, to: string | undefined, today: string): Expression | null {
  if (!from && !to) return null;
  const begin = from && from > FIRST_DAY ? from : FIRST_DAY;
  const last = to && to < today ? to : today;
  const days = coverOf(startOfDay(begin), startOfDay(addDays(last, 1)));
  return any(days.map((period) => term(LEXEME.time(period)))) ?? term(LEXEME.time('never'));
}

type Argument = string | number | null | string[];

/** The arguments of `NEWEST` behind the tsquery. */
export async function argumentsOfNewest(
  knex: Knex,
  { validity, today }: Scope,
  most: number,
  after: After | null = null,
): Promise<Argument[]> {
  const windows = await windowsOf(knex, after);
  return [windows, validity ?? null, today, after?.publishedAt ?? null, after?.documentId ?? null, most];
}

/** What the functions that count are given, one tsquery. */
export const COUNTED_BY = '(?::tsquery, ?::text[]::tsquery[], ?, ?::date, ?)';

export async function argumentsOfCount(
  knex: Knex,
  expression: Expression,
  scope: Scope,
  most: number,
): Promise<Argument[]> {
  const windows = await windowsOf(knex, null);
  return [inScope(expression, scope), windows, scope.validity ?? null, scope.today, most];
}
