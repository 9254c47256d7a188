import type { Range } from '../../../shared/fold';
import type { PdfPage, TextItem, Viewport } from './pdf-pages';

/** A rectangle on a drawn page, in pixels. */
export type Box = { x: number; y: number; width: number; height: number };

/**
 * What a character takes at least, in sizes of its font. Widths within an item are not told, only its whole: so a box begins
 * where the characters before it end at the earliest, and ends where those behind it begin at the latest. It may cover a
 * neighbour, and never leaves a part of what it is to cover. Punctuation may be set narrow (标点挤压).
 */
function leastWidth(character: string): number {
  if (/\p{Script=Han}/u.test(character)) return 1;
  return /[\p{Nd}\p{P}\u3000-\uffef]/u.test(character) && !/[.,:;'|!]/.test(character) ? 0.3 : 0.2;
}
const leastOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + leastWidth(character), 0);

/** Share of the height of the letters by which a box is larger than they are. */
const BESIDE = 0.15;
const BELOW = 0.35;
const ABOVE = 1.1;

/** The boxes that cover ranges of a page's text. */
export function boxesFor(page: PdfPage, ranges: readonly Range[], viewport: Viewport): Box[] {
  const boxes: Box[] = [];
  let at = 0;
  for (const item of page.items) {
    const { start, end } = { start: at, end: at + item.str.length };
    at = end + (item.hasEOL ? 1 : 0);
    for (const range of ranges) {
      if (range.start >= end || range.end <= start) continue;
      const from = Math.max(0, range.start - start);
      const to = Math.min(item.str.length, range.end - start);
      boxes.push(boxOf(item, from, to, viewport, page.isVertical(item)));
    }
  }
  return boxes;
}

function boxOf(item: TextItem, from: number, to: number, viewport: Viewport, isVertical: boolean): Box {
  const [a, b, c, d, x, y] = item.transform;
  const height = Math.hypot(c, d) || item.height || 1;
  const along = unit(a, b);
  const up = unit(c, d);
  // no more than fits: letters may be set narrower than they are
  const size = Math.min(Math.hypot(a, b), item.width / Math.max(leastOf(item.str), 0.01));
  // the whole item where its letters run another way than they are measured
  const before = isVertical ? 0 : leastOf(item.str.slice(0, from)) * size;
  const behind = isVertical ? 0 : leastOf(item.str.slice(to)) * size;
  const left = before - BESIDE * height;
  const right = (isVertical ? height : item.width) - behind + BESIDE * height;
  const below = isVertical ? -(item.height + height) : -BELOW * height;
  const above = (isVertical ? 1 + ABOVE : ABOVE) * height;
  const corners = [
    [left, below],
    [right, below],
    [left, above],
    [right, above],
  ].map(([s, t]) =>
    viewport.convertToViewportPoint(
      x + along[0] * Number(s) + up[0] * Number(t),
      y + along[1] * Number(s) + up[1] * Number(t),
    ),
  );
  const xs = corners.map(([px]) => px);
  const ys = corners.map(([, py]) => py);
  const [minX, minY] = [Math.min(...xs), Math.min(...ys)];
  return { x: minX, y: minY, width: Math.max(...xs) - minX, height: Math.max(...ys) - minY };
}

const unit = (x: number, y: number): [number, number] => {
  const length = Math.hypot(x, y);
  return length === 0 ? [1, 0] : [x / length, y / length];
};
