import { fold, occurrences, type Range } from '../../../shared/fold';
import type { Line } from './page-lines';

/** Where a text begins at the end of one page and ends at the beginning of the next one. */
export type Across = { text: string; before: Range[]; behind: Range[] };

/** A page number, alone on its line: `— 3 —`, `第3页 共5页`, `3/5`. */
const PAGE_NUMBER = /^[\s\p{Pd}·.]*(第\s*)?\d{1,5}\s*(页)?[\s,，/]*(共?\s*\d{1,5}\s*页?)?[\s\p{Pd}·.]*$/u;
/** Lines at the edge of a page that can be heads and feet. */
const EDGE = 3;

/**
 * The lines of a page as its text goes on from page to page: without its number, and without heads and feet that stand on
 * both pages.
 */
export function runningLines(lines: readonly Line[], other: readonly Line[]): Line[] {
  const texts = new Set(other.map(({ text }) => fold(text).text));
  return lines.filter(
    ({ text }, index) =>
      !PAGE_NUMBER.test(text) &&
      !((index < EDGE || index >= lines.length - EDGE) && texts.has(fold(text).text)),
  );
}

type Spread = { text: string; places: number[] };

/** Lines as one text, with the place of each of its characters in the text of the page. */
function spread(lines: readonly Line[]): Spread {
  const places: number[] = [];
  let text = '';
  for (const line of lines) {
    for (let index = 0; index < line.text.length; index += 1) places.push(line.start + index);
    text += line.text;
  }
  return { text, places };
}

/** The texts that go over the end of a page, each with its two parts. Pure. */
export function acrossPages(
  before: readonly Line[],
  behind: readonly Line[],
  wanted: readonly string[],
): Across[] {
  const end = spread(runningLines(before, behind));
  const next = spread(runningLines(behind, before));
  const folded = fold(end.text + next.text);
  const turn = end.text.length;
  return wanted.flatMap((text) =>
    occurrences(folded, text)
      .filter(({ start, end: last }) => start < turn && last > turn)
      .map(({ start, end: last }) => ({
        text,
        before: rangesAt(end.places.slice(start, turn)),
        behind: rangesAt(next.places.slice(0, last - turn)),
      })),
  );
}

/** Single places as ranges. */
function rangesAt(places: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (const at of places) {
    const last = ranges.at(-1);
    if (last && last.end === at) last.end = at + 1;
    else ranges.push({ start: at, end: at + 1 });
  }
  return ranges;
}
