import { shanghaiDateOf } from '../../../../disclosure/server/rules/dates';
import { any, type Expression, not, term } from '../../query/expression';
import { LEXEME } from '../../terms/lexemes';
import { coverOf, startOfDay } from '../../terms/time-terms';
import type { After } from '../search-index';
import type { Reader } from './reader';
import { toTsQuery } from './tsquery';

/** Documents in the windows up to each: every one is four times as wide as the one before. */
const WIDTHS = [1_024, 4_096, 16_384, 65_536, 262_144];
/** Behind a place in a list: fewer, since they are looked up for each page. */
const WIDTHS_BEHIND = [1_024, 8_192, 32_768];
/** Milliseconds for which the windows from now on are kept. Where they lie decides on the speed alone. */
const KEPT_MS = 300_000;

const kept = new WeakMap<object, { until: number; windows: Promise<string[]> }>();

/**
 * The windows of time through which a search goes, newest first, as tsqueries. Together they are all of the
 * time: the last one is everything that no other holds.
 */
export function windowsOf(reader: Reader, after: After | null): Promise<string[]> {
  if (after) return findWindows(reader, after);
  const known = kept.get(reader);
  if (known && known.until > Date.now()) return known.windows;
  const windows = findWindows(reader, null);
  kept.set(reader, { until: Date.now() + KEPT_MS, windows });
  windows.catch(() => kept.delete(reader));
  return windows;
}

async function findWindows(reader: Reader, after: After | null): Promise<string[]> {
  const rows = await reader.read<{ at: Date | null }>(
    `select width, (select published_at from search_documents where published_at <= coalesce($2::timestamptz, 'infinity')
                     order by published_at desc offset width limit 1) as at
       from unnest($1::int[]) as width order by width`,
    after ? [WIDTHS_BEHIND, after.publishedAt] : [WIDTHS, null],
  );
  const bounds = rows.flatMap(({ at }) => (at ? [at] : []));
  const now = after ? new Date(after.publishedAt) : new Date();
  return toWindows(bounds, now).map(toTsQuery);
}

/** A bound further back is rounded down to a coarser time: fewer terms for the index to look at in a wide window. */
const ROUNDED: readonly [days: number, unit: 'day' | 'month' | 'year'][] = [
  [0, 'day'],
  [45, 'month'],
  [730, 'year'],
];
const DAY = 86_400_000;

function roundDown(at: Date, now: Date): Date {
  const days = (now.getTime() - at.getTime()) / DAY;
  const unit = ROUNDED.findLast(([from]) => days >= from)?.[1] ?? 'day';
  const [year = '', month = '', day = ''] = shanghaiDateOf(at).split('-');
  return startOfDay(`${year}-${unit === 'year' ? '01' : month}-${unit === 'day' ? day : '01'}`);
}

/** The month after next: what is dated later belongs to the last window, with everything that no other holds. */
function endOf(now: Date): Date {
  const [year = 0, month = 0] = shanghaiDateOf(now).split('-').map(Number);
  const months = year * 12 + month - 1 + 2;
  return startOfDay(`${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`);
}

/**
 * The windows as expressions.
 *
 * @param bounds instants, newest first, at which one window ends and the next begins
 * @param now the newest that is looked for, roughly
 */
export function toWindows(bounds: readonly Date[], now: Date): Expression[] {
  const end = endOf(now);
  const begins = [...new Set(bounds.map((at) => roundDown(at, now).getTime()))].map((at) => new Date(at));
  const edges = [end, ...begins];
  const windows = begins.map((begin, index) => coverTerms(begin, edges[index] ?? end));
  const rest = begins.length > 0 ? coverTerms(edges.at(-1) ?? end, end) : null;
  return [...windows.filter((window) => window !== null), not(rest ?? term(LEXEME.time('never')))];
}

const coverTerms = (from: Date, to: Date): Expression | null =>
  any(coverOf(from, to).map((period) => term(LEXEME.time(period))));
