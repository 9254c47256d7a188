import { addDays } from '../../../../disclosure/server/rules/dates';
import { all, any, type Expression, term } from '../../query/expression';
import { LEXEME } from '../../terms/lexemes';
import { coverOf, startOfDay } from '../../terms/time-terms';
import type { After, Scope } from '../search-index';
import type { Reader } from './reader';
import { toTsQuery } from './tsquery';
import { windowsFor } from './windows';

/** Earlier and later days are beyond every publication. */
const FIRST_DAY = '1949-10-01';

/** What an expression is looked for by, as tsqueries: itself with the filters of its scope, and the windows to go through. */
export type Asked = { query: string; windows: readonly string[] };

/** An expression with the filters of its scope. */
export const scopedTo = (expression: Expression, { filters, from, to, today }: Scope): Expression =>
  all([expression, ...filters, daysOf(from, to, today)]) ?? expression;

/** @param wanted how many documents are looked for */
export async function askFor(
  reader: Reader,
  expression: Expression,
  scope: Scope,
  wanted: number,
  after: After | null = null,
): Promise<Asked> {
  const scoped = scopedTo(expression, scope);
  return { query: toTsQuery(scoped), windows: await windowsFor(reader, scoped, wanted, after) };
}

function daysOf(from: string | undefined, to: string | undefined, today: string): Expression | null {
  if (!from && !to) return null;
  const begin = from && from > FIRST_DAY ? from : FIRST_DAY;
  const last = to && to < today ? to : today;
  const days = coverOf(startOfDay(begin), startOfDay(addDays(last, 1)));
  return any(days.map((period) => term(LEXEME.time(period)))) ?? term(LEXEME.time('never'));
}
