import type { Range } from '../../../shared/fold';
import type { PdfPage, TextItem } from './pdf-pages';

/** A stretch of text on a page that is read without a break: its place in the page's text and on the paper, in points. */
export type Line = { text: string; start: number; left: number; right: number; y: number; size: number };

/** What may lie between two items of one line, in sizes of their font: more is another column. */
const GAP = 1.2;

/** The lines of a page in the order in which the file draws them; where there is a gap, another line begins. */
export function linesOf({ items }: Pick<PdfPage, 'items'>): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let open: Line | null = null;
  for (const item of items) {
    const start = at;
    at += item.str.length + (item.hasEOL ? 1 : 0);
    if (item.str.trim() !== '') {
      const own = lineOf(item, start);
      if (open && isSameLine(open, own)) {
        open.text += `${' '.repeat(Math.max(0, start - open.start - open.text.length))}${own.text}`;
        open.right = Math.max(open.right, own.right);
      } else {
        open = own;
        lines.push(own);
      }
    }
    if (item.hasEOL) open = null;
  }
  return lines;
}

function lineOf({ str, transform: [a, b, c, d, x, y], width, height }: TextItem, start: number): Line {
  const size = Math.hypot(c, d) || height || Math.hypot(a, b) || 1;
  return { text: str, start, left: x, right: x + width, y, size };
}

const isSameLine = (line: Line, { left, right, y, size }: Line): boolean =>
  Math.abs(line.y - y) < size / 2 && left - line.right < GAP * size && line.left - right < GAP * size;

/** A line without what is removed from it: a removed character is one that nothing matches. */
export const withoutRanges = (line: Line, ranges: readonly Range[]): Line => ({
  ...line,
  text: Array.from({ length: line.text.length }, (_unit, index) => {
    const at = line.start + index;
    return ranges.some(({ start, end }) => at >= start && at < end) ? '\u{fffc}' : line.text.charAt(index);
  }).join(''),
});
