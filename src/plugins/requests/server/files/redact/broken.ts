import { fold } from '../../../shared/fold';
import type { Line } from './page-lines';
import type { Box } from './pdf-boxes';

/** A text that is still there, divided: by whom it is read is a person's matter. */
export type Broken = { text: string; page: number };

/** How far below a line its next one may stand, in sizes of its font. */
const LEADING = 3.5;
/** Lines at the foot of a page, and at the head of the next one, that are compared with each other. */
const EDGE = 4;
/** Lines of a column that one text may take. */
const MOST_LINES = 12;

/**
 * Texts that can still be read in another order than the file draws them: down a column or a cell of a table, or from a foot
 * of a page to a head of the next. What is found too much is covered by hand; what was found too little would be given away.
 *
 * @param pages what is left of the lines of each page
 */
export function brokenIn(pages: readonly (readonly Line[])[], wanted: readonly string[]): Broken[] {
  const read = pages.map((lines) =>
    lines.map((line) => ({ ...line, text: fold(line.text).text })).filter(({ text }) => text !== ''),
  );
  const sought = wanted.map((text) => ({ text, folded: fold(text).text }));
  return read.flatMap((lines, index) => {
    const heads = byHeight(read[index + 1] ?? []).slice(0, EDGE);
    const feet = byHeight(lines).slice(-EDGE);
    return sought
      .filter(
        ({ folded }) =>
          lines.some((line) => isReadDown(line, lines, folded)) ||
          feet.some((foot) => heads.some((head) => isOver(foot.text, head.text, folded))),
      )
      .map(({ text }) => ({ text, page: index + 1 }));
  });
}

const byHeight = (lines: readonly Line[]): Line[] => [...lines].sort((a, b) => b.y - a.y);

/** Whether a text begins at the end of this line and goes on in the ones below it, each whole until the last one. */
function isReadDown(line: Line, lines: readonly Line[], wanted: string): boolean {
  return splits(wanted).some(
    ([begin, rest]) => line.text.endsWith(begin) && goesOn(line, lines, rest, MOST_LINES),
  );
}

function goesOn(line: Line, lines: readonly Line[], rest: string, most: number): boolean {
  if (most === 0) return false;
  return below(line, lines).some((next) => {
    const { text } = next;
    if (text.startsWith(rest)) return true;
    return rest.startsWith(text) && goesOn(next, lines, rest.slice(text.length), most - 1);
  });
}

/** The nearest lines that stand under this one. */
function below({ y, size, left, right }: Line, lines: readonly Line[]): Line[] {
  const under = lines.filter(
    (other) =>
      other.y < y - size / 2 &&
      other.y > y - LEADING * Math.max(size, other.size) &&
      // letters of a cell that are centred begin further to the left or to the right
      other.left < right + size &&
      other.right > left - 4 * size,
  );
  const nearest = Math.max(...under.map((other) => other.y));
  return under.filter((other) => other.y > nearest - other.size / 2);
}

/** A text divided into a beginning and a rest, in all ways. */
const splits = (wanted: string): [string, string][] =>
  Array.from({ length: wanted.length - 1 }, (_one, index) => [
    wanted.slice(0, index + 1),
    wanted.slice(index + 1),
  ]);

/** Whether a text ends the one and goes on at the beginning of the other. */
const isOver = (foot: string, head: string, wanted: string): boolean =>
  splits(wanted).some(([begin, rest]) => foot.endsWith(begin) && head.startsWith(rest));

/** A line without the characters whose middle lies under a region: widths are told for the whole line alone. */
export function withoutCovered(line: Line, boxes: readonly Box[], toPage: ToPage): Line {
  const { text, left, right, y, size } = line;
  const each = (right - left) / Math.max(text.length, 1);
  return {
    ...line,
    text: Array.from({ length: text.length }, (_unit, index) => {
      const [x, top] = toPage(left + each * (index + 0.5), y + size / 3);
      return boxes.some((box) => isIn(box, x, top)) ? '\u{fffc}' : text.charAt(index);
    }).join(''),
  };
}

/** From points of the paper to the place on the drawn page. */
export type ToPage = (x: number, y: number) => [number, number];

const isIn = ({ x, y, width, height }: Box, px: number, py: number): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height;
