/**
 * The page of an official document (GB/T 9704-2012): A4, a text area of 156 mm × 225 mm with 22 lines of 28
 * characters in 三号, the title in 二号, page numbers in 四号. Sizes in points.
 */
const MILLIMETRE = 72 / 25.4;

export const PAGE = {
  width: 210 * MILLIMETRE,
  height: 297 * MILLIMETRE,
  top: 37 * MILLIMETRE,
  bottom: 35 * MILLIMETRE,
  left: 28 * MILLIMETRE,
  right: 26 * MILLIMETRE,
};
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** 三号 as it fits: 28 characters a line. */
const BODY = Math.floor((TEXT_WIDTH / 28) * 20) / 20;

export const SIZES = { title: 22, body: BODY, pageNumber: 14, table: 12, narrowTable: 9, small: 10.5 };
/** 22 lines a page. */
export const LINE = Math.floor((TEXT_HEIGHT / 22) * 20) / 20;

/** Tables of more columns are set in smaller letters. */
export const NARROW_FROM = 7;

/** Letters of a column's longest text, and of the longest stretch in it that no line may break. */
export type ColumnText = { longest: number; unbroken: number };

/** Letters beyond which a text makes its column no wider; beyond the second it may be broken anywhere. */
const MOST_LETTERS = 60;
const MOST_UNBROKEN = 12;
/** A text four times as long has a column nearly three times as wide, in which it has half as many lines more. */
const GROWTH = 0.75;
/** Letters left free beside the longest text. */
const SLACK = 0.5;

/**
 * The widths of a table's columns, which fill the room. A short column is as wide as its text; the others share what is left: by
 * their lengths where all texts fit on one line, else by something that grows more slowly, but none has less than what cannot be broken.
 */
export function columnWidths(texts: readonly ColumnText[], room: number, size: number): number[] {
  const natural = texts.map(({ longest }) => (Math.min(Math.max(longest, 2), MOST_LETTERS) + SLACK) * size);
  if (sum(natural) <= room) return withRest(natural, room);
  const fair = room / texts.length;
  const least = natural.map((whole, at) => {
    const unbroken = Math.min(Math.max(texts[at]?.unbroken ?? 0, 2), MOST_UNBROKEN);
    return whole <= fair ? whole : Math.min((unbroken + SLACK) * size, whole);
  });
  if (sum(least) >= room) return least.map((width) => (width * room) / sum(least));
  const widthsAt = (factor: number) =>
    natural.map((most, at) => Math.max(Math.min(factor * most ** GROWTH, most), least[at] ?? 0));
  return widthsAt(factorOf((factor) => sum(widthsAt(factor)), room));
}

/** What is left goes to the columns that are longer than their fair share; to all where none is. */
function withRest(natural: readonly number[], room: number): number[] {
  const isShort = (width: number) => width <= room / natural.length;
  const long = sum(natural.filter((width) => !isShort(width)));
  const left = room - sum(natural.filter(isShort));
  return natural.map((width) =>
    long === 0 ? (width * room) / sum(natural) : isShort(width) ? width : (width * left) / long,
  );
}

/** The factor at which what grows with it reaches a goal. */
function factorOf(growing: (factor: number) => number, goal: number): number {
  let [low, high] = [0, goal];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (growing(middle) < goal) low = middle;
    else high = middle;
  }
  return high;
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

/** A picture as large as it is, and not larger than the page has room for. */
export function fitPicture(
  size: { width: number; height: number },
  room: number,
): { width: number; height: number } {
  // pictures count in pixels of 1/96 inch
  const natural = { width: size.width * 0.75, height: size.height * 0.75 };
  const scale = Math.min(1, room / natural.width, (TEXT_HEIGHT * 0.8) / natural.height);
  return { width: natural.width * scale, height: natural.height * scale };
}

/** Page numbers as GB/T 9704 writes them. */
export const pageNumber = (page: number | string): string => `— ${page} —`;
