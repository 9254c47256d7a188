import { shanghaiDateOf } from '../../../../disclosure/server/rules/dates';
import { any, type Expression, not, term } from '../../query/expression';
import { LEXEME } from '../../terms/lexemes';
import { coverOf, startOfDay } from '../../terms/time-terms';
import type { After } from '../search-index';
import { type Frequencies, leastOf, readFrequencies, shareOf } from './frequencies';
import type { Reader } from './reader';
import { toTsQuery } from './tsquery';

/** Documents up to the end of each window: every one is about as wide as all before it together. */
const WIDTHS = Array.from({ length: 10 }, (_width, index) => 1_024 * 2 ** index);
/** Behind a place in a list: fewer, since they are looked up for each page. */
const WIDTHS_BEHIND = [1_024, 4_096, 16_384, 65_536];
/** Milliseconds for which the windows from now on are kept. Where they lie decides on the speed alone. */
const KEPT_MS = 300_000;
/** Rows that a window may give more than are wanted: they are read and sorted for nothing. */
const ROOM = 4;

/** Windows of time, newest first, together all of the time; the last one is everything that no other holds. */
export type Windows = {
  /** documents up to the end of each window but the last */
  widths: readonly number[];
  /** the windows from one on, it and those before it as one */
  from: (start: number) => readonly Expression[];
};

type Kept = { windows: Windows; frequencies: Frequencies };
const kept = new WeakMap<object, { until: number; value: Promise<Kept> }>();

/**
 * The windows through which a search for an expression goes, as tsqueries. What stands in few documents is
 * looked for in wide windows, or in all of the time at once: each window costs a look into the index.
 *
 * @param wanted how many documents are looked for
 */
export async function windowsFor(
  reader: Reader,
  expression: Expression,
  wanted: number,
  after: After | null = null,
): Promise<string[]> {
  const { windows, frequencies } = await keptWindows(reader);
  const used = after ? await findWindows(reader, after) : windows;
  const start = startOf(used.widths, shareOf(expression, frequencies), frequencies.documents, wanted * ROOM);
  return used.from(start).map(toTsQuery);
}

/** How often more documents are expected than are counted, so that nobody has to count them. */
const CERTAINLY = 3;

/** Whether an expression holds in more documents than that, as far as the statistics tell for certain. */
export async function isBeyond(reader: Reader, expression: Expression, most: number): Promise<boolean> {
  const { frequencies } = await keptWindows(reader);
  return leastOf(expression, frequencies) * frequencies.documents > most * CERTAINLY;
}

/** The widest window that holds no more than so many documents; behind the last one all of the time. */
export function startOf(widths: readonly number[], share: number, documents: number, most: number): number {
  if (documents > 0 && share * documents <= most) return widths.length;
  return Math.max(
    0,
    widths.findLastIndex((width) => share * width <= most),
  );
}

function keptWindows(reader: Reader): Promise<Kept> {
  const known = kept.get(reader);
  if (known && known.until > Date.now()) return known.value;
  const value = Promise.all([findWindows(reader, null), readFrequencies(reader)]).then(
    ([windows, frequencies]) => ({ windows, frequencies }),
  );
  kept.set(reader, { until: Date.now() + KEPT_MS, value });
  value.catch(() => kept.delete(reader));
  return value;
}

async function findWindows(reader: Reader, after: After | null): Promise<Windows> {
  const rows = await reader.read<{ width: number; at: Date | null }>(
    `select width, (select published_at from search_documents where published_at <= coalesce($2::timestamptz, 'infinity')
                     order by published_at desc offset width limit 1) as at
       from unnest($1::int[]) as width order by width`,
    after ? [WIDTHS_BEHIND, after.publishedAt] : [WIDTHS, null],
  );
  const bounds = rows.flatMap(({ width, at }) => (at ? [{ width, at }] : []));
  return toWindows(bounds, after ? new Date(after.publishedAt) : new Date());
}

/** A bound further back is rounded down to a coarser time: fewer terms for the index to look at in a wide window. */
const ROUNDED: readonly [days: number, unit: 'day' | 'month' | 'year'][] = [
  [0, 'day'],
  [45, 'month'],
  [365, 'year'],
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

const NOTHING = term(LEXEME.time('never'));

/**
 * @param bounds instants, newest first, at which one window ends and the next begins, each with the documents up to it
 * @param now the newest that is looked for, roughly
 */
export function toWindows(bounds: readonly { width: number; at: Date }[], now: Date): Windows {
  const end = endOf(now);
  const widthAt = new Map(bounds.map(({ width, at }) => [roundDown(at, now).getTime(), width]));
  const begins = [...widthAt.keys()].map((at) => new Date(at));
  const heads = begins.map((begin) => coverTerms(begin, end));
  const single = begins.map((begin, index) => coverTerms(begin, begins[index - 1] ?? end));
  const last = not(heads.at(-1) ?? NOTHING);
  return {
    widths: [...widthAt.values()],
    from: (start) => {
      const head = heads[start];
      return head ? [head, ...single.slice(start + 1), last] : [not(NOTHING)];
    },
  };
}

const coverTerms = (from: Date, to: Date): Expression =>
  any(coverOf(from, to).map((period) => term(LEXEME.time(period)))) ?? NOTHING;

/** Tsqueries as the text of an array of them. */
export const toArray = (queries: readonly string[]): string =>
  `{${queries.map((query) => `"${query.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
