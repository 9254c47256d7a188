import { type Cell, columnLetters, type RawRow, tableError } from './table';

/** A title above the table may take a few rows; the header is looked for among the first ones. */
export const HEADER_WITHIN = 10;

export type Header = { line: number; names: string[] };

const textOf = (cell: Cell): string =>
  String(cell ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Finds the header among the first rows: the first row that is no title, or the first row where all look
 * like one (a table of one column). A title stands in one cell, or in one merged over the columns.
 *
 * @throws DisclosureError INVALID_INPUT when a name is missing or appears twice
 */
export function findHeader(firstRows: readonly RawRow[], maxColumns: number): Header {
  const filled = firstRows.filter((row) => row.cells.some((cell) => textOf(cell) !== ''));
  const row = filled.find((candidate) => !isTitle(candidate)) ?? filled[0];
  if (!row) throw tableError('文件里没有内容：第一行应是表头，下面每行一条信息');
  const names = row.cells.map(textOf);
  while (names.at(-1) === '') names.pop();
  assertNames(names, row.line, maxColumns);
  return { line: row.line, names };
}

function isTitle({ cells, spanned }: RawRow): boolean {
  const texts = cells.map(textOf).filter(Boolean);
  return texts.length === 1 || (spanned === true && new Set(texts).size === 1);
}

function assertNames(names: readonly string[], line: number, maxColumns: number): void {
  if (names.length > maxColumns) {
    throw tableError(`表头有${names.length}列，最多${maxColumns}列，请删去不用的列`, { line });
  }
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const column = columnLetters(index);
    if (name === '') {
      throw tableError(`第${line}行${column}列的表头是空的，请填写列名或删去该列`, { line, column });
    }
    const before = seen.get(name);
    if (before !== undefined) {
      const columns = `${columnLetters(before)}列和${column}列`;
      throw tableError(`第${line}行的表头重复：${columns}都叫“${name}”，请改名或删去一列`, { line, column });
    }
    seen.set(name, index);
  }
}
