import type { Article } from './parse-regulation';

type Pair = readonly [Article | null, Article | null];

/** Articles that say less than this in common are two. */
const LEAST_SIMILAR = 0.4;
/** Of two candidates the one that kept its number. */
const SAME_NUMBER = 0.05;
/** Pairs that are weighed; beyond it articles are paired by their numbers. */
const MOST_PAIRS = 60_000;

/**
 * Pairs articles of two versions in their order, so that what they have in common is most; each that has no
 * counterpart stands alone. Pure.
 */
export function pairUp(before: readonly Article[], after: readonly Article[]): Pair[] {
  if (before.length === 0 || after.length === 0 || before.length * after.length > MOST_PAIRS)
    return byLabel(before, after);
  const gain = gains(before, after);
  const best = bestSums(gain, before.length, after.length);
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    const here = at(best, left, right);
    const one = before[left] ?? null;
    const other = after[right] ?? null;
    if (one && other && gain(left, right) > 0 && here === gain(left, right) + at(best, left + 1, right + 1)) {
      pairs.push([one, other]);
      left += 1;
      right += 1;
    } else if (one && here === at(best, left + 1, right)) {
      pairs.push([one, null]);
      left += 1;
    } else {
      pairs.push([null, other]);
      right += 1;
    }
  }
  return pairs;
}

const at = (sums: readonly Float64Array[], left: number, right: number): number => sums[left]?.[right] ?? 0;

/** What each pair has in common, 0 where that is too little. */
function gains(
  before: readonly Article[],
  after: readonly Article[],
): (left: number, right: number) => number {
  const lefts = before.map(({ text }) => bigramsOf(text));
  const rights = after.map(({ text }) => bigramsOf(text));
  const table = lefts.map((left, row) =>
    Float64Array.from(rights, (right, column) => {
      const similar = similarity(left, right);
      if (similar < LEAST_SIMILAR) return 0;
      return similar + (before[row]?.label === after[column]?.label ? SAME_NUMBER : 0);
    }),
  );
  return (left, right) => at(table, left, right);
}

/** The most that can be gained from each place on. */
function bestSums(
  gain: (left: number, right: number) => number,
  lefts: number,
  rights: number,
): Float64Array[] {
  const sums = Array.from({ length: lefts + 1 }, () => new Float64Array(rights + 1));
  for (let left = lefts - 1; left >= 0; left -= 1) {
    for (let right = rights - 1; right >= 0; right -= 1) {
      const own = gain(left, right);
      const paired = own > 0 ? own + at(sums, left + 1, right + 1) : 0;
      const row = sums[left];
      if (row) row[right] = Math.max(paired, at(sums, left + 1, right), at(sums, left, right + 1));
    }
  }
  return sums;
}

/** How often each two letters stand together. */
function bigramsOf(text: string): Map<string, number> {
  const letters = text.replace(/[\s\p{P}]/gu, '');
  const found = new Map<string, number>();
  for (let index = 0; index < letters.length - 1; index += 1) {
    const two = letters.slice(index, index + 2);
    found.set(two, (found.get(two) ?? 0) + 1);
  }
  return found;
}

/** The share of letters that stand together in both (Dice), 0 … 1. */
export function similarity(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [common, total] = [0, 0];
  for (const [two, count] of one) {
    common += Math.min(count, other.get(two) ?? 0);
    total += count;
  }
  for (const count of other.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}

function byLabel(before: readonly Article[], after: readonly Article[]): Pair[] {
  const known = new Map(after.map((article) => [article.label, article]));
  const kept = new Set(before.flatMap(({ label }) => (label && known.has(label) ? [label] : [])));
  return [
    ...before.map((article): Pair => [article, (article.label && known.get(article.label)) || null]),
    ...after.flatMap((article): Pair[] =>
      article.label && kept.has(article.label) ? [] : [[null, article]],
    ),
  ];
}
