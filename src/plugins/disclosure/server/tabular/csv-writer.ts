import { withoutFormula } from './formula';
import type { Cell } from './table';

/** Excel takes a CSV for UTF-8 only where this stands in front. */
const BOM = '\ufeff';
const NEEDS_QUOTES = /[",\r\n;\t]|^\s|\s$/;

/** One line of a CSV; texts cannot become formulas. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : withoutFormula(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV as a stream of text: UTF-8 with a byte order mark, header first. */
export async function* writeCsv(
  headers: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  yield BOM + csvLine(headers);
  for await (const row of rows) yield csvLine(row);
}
