import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { Question } from '../query/parse-query';
import { normaliseWithPlaces } from '../text/normalise';

/** Where something stands: from, to. */
type Range = readonly [number, number];

/** Characters of a passage, and how many of them before what was found. */
const PASSAGE = 90;
const BEFORE = 20;
const PASSAGES = 3;
/** Places that are looked at, of each word. */
const PLACES = 40;
/** Characters that are compared in every way of writing, where nothing stands as it was typed. */
const COMPARED = 30_000;

/** What is marked: the query as it was typed, and its words with what means the same. The longest first. */
export function markedWords({ segments, units }: Question): string[] {
  const words = new Set([...segments, ...units.flatMap(({ alternatives }) => alternatives)]);
  return [...words].filter(Boolean).sort((a, b) => b.length - a.length);
}

/** A whole text with the words marked; HTML. */
export function markText(text: string, words: readonly string[]): string {
  return mark(text, merge(findCompared(text, words)), 0, text.length);
}

/** The passages of a text that hold the most of the words, in the order in which they stand; HTML. */
export function passagesOf(text: string, words: readonly string[]): string[] {
  const asTyped = findAsTyped(text, words);
  const found = merge(asTyped.length > 0 ? asTyped : findCompared(text.slice(0, COMPARED), words));
  const chosen: Range[] = [];
  const around = found.map(([from]) => {
    const begin = Math.max(0, from - BEFORE);
    return [begin, Math.min(text.length, begin + PASSAGE)] as const;
  });
  const worth = ([begin, end]: Range) => {
    const inside = found.filter(([from, to]) => from >= begin && to <= end);
    return (
      new Set(inside.map(([from, to]) => text.slice(from, to))).size * 100 +
      Math.max(0, ...inside.map(([from, to]) => to - from))
    );
  };
  const best = around.map((range) => ({ range, worth: worth(range) })).sort((a, b) => b.worth - a.worth);
  for (const { range } of best) {
    if (chosen.length === PASSAGES) break;
    if (chosen.every(([begin, end]) => range[1] <= begin || range[0] >= end)) chosen.push(range);
  }
  return chosen
    .sort((a, b) => a[0] - b[0])
    .map(([begin, end]) => {
      const body = mark(text, found, begin, end).replace(/\s+/g, ' ').trim();
      return `${begin > 0 ? '…' : ''}${body}${end < text.length ? '…' : ''}`;
    });
}

/** The quick way, right for nearly all texts. */
function findAsTyped(text: string, words: readonly string[]): Range[] {
  return words.flatMap((word) => placesOf(text, word)).sort(byPlace);
}

/** In every way of writing: full width, traditional, with spaces between. */
function findCompared(text: string, words: readonly string[]): Range[] {
  const { text: normal, from } = normaliseWithPlaces(text);
  return words
    .flatMap((word) => placesOf(normal, word))
    .map(([begin, end]): Range => [from[begin] ?? 0, (from[end - 1] ?? text.length) + 1])
    .sort(byPlace);
}

function placesOf(text: string, word: string): Range[] {
  const places: Range[] = [];
  let at = text.indexOf(word);
  while (at >= 0 && places.length < PLACES) {
    places.push([at, at + word.length]);
    at = text.indexOf(word, at + word.length);
  }
  return places;
}

const byPlace = (a: Range, b: Range): number => a[0] - b[0] || b[1] - a[1];

/** Without those that lie in others, or begin in them. */
function merge(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of ranges) {
    const last = kept.at(-1);
    if (!last || range[0] >= last[1]) kept.push(range);
  }
  return kept;
}

function mark(text: string, ranges: readonly Range[], begin: number, end: number): string {
  let html = '';
  let at = begin;
  for (const [from, to] of ranges) {
    if (from < at || to > end) continue;
    html += `${escapeHtml(text.slice(at, from))}<mark>${escapeHtml(text.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escapeHtml(text.slice(at, end));
}
