import { addDays } from '../../../../disclosure/server/rules/dates';
import { all, any, type Expression, term } from '../../query/expression';
import { LEXEME } from '../../terms/lexemes';
import { coverOf, startOfDay } from '../../terms/time-terms';
import type { After, Scope } from '../search-index';
import type { Reader } from './reader';
import { toTsQuery } from './tsquery';
import { windowsOf } from './windows';

/** The call of `search_newest`: first the tsquery, then `argumentsOfNewest`. */
export const newestOf = (query: string): string =>
  `search_newest(${query}, $2::text[]::tsquery[], $3, $4::date, $5::timestamptz, $6, $7)`;

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

/** The arguments of `newestOf` behind the tsquery. */
export async function argumentsOfNewest(
  reader: Reader,
  { validity, today }: Scope,
  most: number,
  after: After | null = null,
): Promise<Argument[]> {
  const windows = await windowsOf(reader, after);
  return [windows, validity ?? null, today, after?.publishedAt ?? null, after?.documentId ?? null, most];
}

/** What the functions that count are given, one tsquery. */
export const COUNTED_BY = '($1::tsquery, $2::text[]::tsquery[], $3, $4::date, $5)';

export async function argumentsOfCount(
  reader: Reader,
  expression: Expression,
  scope: Scope,
  most: number,
): Promise<Argument[]> {
  const windows = await windowsOf(reader, null);
  return [inScope(expression, scope), windows, scope.validity ?? null, scope.today, most];
}
