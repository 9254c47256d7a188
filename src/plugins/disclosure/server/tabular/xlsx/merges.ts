import { type Cell, columnLetters } from '../table';

export type Merge = { top: number; left: number; bottom: number; right: number };

/** Merged areas that are kept; a sheet with more is a drawing, not a table. */
export const MAX_MERGES = 20_000;

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;

/** The index of a column from its letters (A: 0). */
export const columnIndex = (letters: string): number =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A range such as `A2:B5`; null when it is none. Rows count from 1, columns from 0. */
export function parseRange(text: string): Merge | null {
  const match = RANGE.exec(text);
  if (!match) return null;
  const [, left = '', top, right = left, bottom = top] = match;
  return {
    top: Number(top),
    left: columnIndex(left),
    bottom: Number(bottom),
    right: columnIndex(right),
  };
}

/** A range as `A2:B5`. */
export const formatRange = ({ top, left, bottom, right }: Merge): string =>
  `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;

/** The merged areas of a sheet. They stand after its rows, so they are looked for before the rows are read. */
export async function findMerges(source: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  for await (const chunk of source) {
    const text = rest + chunk.toString('latin1');
    for (const [, range = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]*)"[^>]*>/g)) {
      const merge = parseRange(range);
      if (merge && merges.length < MAX_MERGES) merges.push(merge);
    }
    const open = text.lastIndexOf('<');
    rest = open >= 0 && text.indexOf('>', open) < 0 ? text.slice(open).slice(0, 1000) : '';
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** Gives each row the values of the merged areas that reach into it: the value of the first cell in all. */
export class MergeFiller {
  private readonly active: { merge: Merge; value: Cell }[] = [];
  private next = 0;

  constructor(private readonly merges: readonly Merge[]) {}

  /** Fills one row in place; rows come in ascending order. Tells whether one area reaches over columns of it. */
  fill(line: number, cells: Cell[]): boolean {
    let spanned = false;
    for (let merge = this.merges[this.next]; merge && merge.top <= line; merge = this.merges[this.next]) {
      const value = merge.top === line ? (cells[merge.left] ?? null) : null;
      if (value !== null) this.active.push({ merge, value });
      this.next += 1;
    }
    for (let index = this.active.length - 1; index >= 0; index -= 1) {
      const { merge, value } = this.active[index] as { merge: Merge; value: Cell };
      if (merge.bottom < line) {
        this.active.splice(index, 1);
        continue;
      }
      spanned ||= merge.right > merge.left;
      for (let column = merge.left; column <= merge.right; column += 1) cells[column] = value;
    }
    return spanned;
  }
}
