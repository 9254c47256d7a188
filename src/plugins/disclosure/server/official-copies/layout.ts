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

/** A short column is as wide as its longest text; what is left goes to the others, by their lengths. */
export function columnWidths(lengths: readonly number[], room: number, size: number): number[] {
  const natural = lengths.map((length) => (Math.min(Math.max(length, 2), 60) + 0.5) * size);
  const fair = room / lengths.length;
  const isShort = (width: number) => width <= fair;
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const long = sum(natural.filter((width) => !isShort(width)));
  const left = room - sum(natural.filter(isShort));
  return natural.map((width) =>
    long === 0 ? (width * room) / sum(natural) : isShort(width) ? width : (width * left) / long,
  );
}

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
