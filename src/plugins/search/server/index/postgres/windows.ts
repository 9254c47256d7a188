import type { Knex } from 'knex';
import { any, type Expression, not, term } from '../../query/expression';
import { LEXEME } from '../../terms/lexemes';
import { coverOf } from '../../terms/time-terms';
import type { After } from '../search-index';
import { toTsQuery } from './tsquery';

/** Documents in the windows up to each: every one is four times as wide as the one before. */
const WIDTHS = [4_096, 16_384, 65_536, 262_144];
/** Behind a place in a list: fewer, since they are looked up for each page. */
const WIDTHS_BEHIND = [4_096, 32_768];
/** Milliseconds for which the windows from now on are kept. Where they lie decides on the speed alone. */
const KEPT_MS = 300_000;
const HOUR = 3_600_000;

const kept = new WeakMap<object, { until: number; windows: Promise<string[]> }>();

/**
 * The windows of time through which a search goes, newest first, as tsqueries. Together they are all of the
 * time: the last one is everything that no other holds.
 */
export function windowsOf(knex: Knex, after: After | null): Promise<string[]> {
  if (after) return findWindows(knex, after);
  const known = kept.get(knex);
  if (known && known.until > Date.now()) return known.windows;
  const windows = findWindows(knex, null);
  kept.set(knex, { until: Date.now() + KEPT_MS, windows });
  windows.catch(() => kept.delete(knex));
  return windows;
}

async function findWindows(knex: Knex, after: After | null): Promise<string[]> {
  const { rows } = await knex.raw(
    `select width, (select published_at from search_documents ${after ? 'where published_at <= ?::timestamptz' : ''}
                     order by published_at desc offset width limit 1) as at
       from unnest(?::int[]) as width order by width`,
    after ? [after.publishedAt, WIDTHS_BEHIND] : [WIDTHS],
  );
  const bounds = (rows as { at: Date | null }[]).flatMap(({ at }) => (at ? [at] : []));
  // what is published from now on belongs to the first window; what is dated still later, to the last one
  const end = after ? new Date(new Date(after.publishedAt).getTime() + HOUR) : nextYears(new Date());
  return toWindows(bounds, end).map(toTsQuery);
}

const nextYears = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear() + 2, 0, 1));

/**
 * @param bounds instants, newest first, at which one window ends and the next begins
 * @param end where the newest window ends
 */
export function toWindows(bounds: readonly Date[], end: Date): Expression[] {
  const hours = [...new Set(bounds.map((at) => Math.floor(at.getTime() / HOUR) * HOUR))];
  const edges = [end, ...hours.map((hour) => new Date(hour))];
  const windows = edges.slice(1).map((begin, index) => coverTerms(begin, edges[index] ?? end));
  const rest = hours.length > 0 ? coverTerms(edges.at(-1) ?? end, end) : null;
  return [...windows.filter((window) => window !== null), not(rest ?? term(LEXEME.time('never')))];
}

const coverTerms = (from: Date, to: Date): Expression | null =>
  any(coverOf(from, to).map((period) => term(LEXEME.time(period))));
