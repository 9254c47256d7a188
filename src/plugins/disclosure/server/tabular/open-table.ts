import { stat } from 'node:fs/promises';
import { openCsv } from './csv-reader';
import { readHead } from './encoding';
import { findHeader, HEADER_WITHIN, type Header } from './headers';
import { assertNoOldFormat, isZip } from './signatures';
import {
  type CellProblem,
  columnLetters,
  type RawRow,
  type RawTable,
  TABLE_LIMITS,
  type Table,
  type TableLimits,
  type TableRow,
  tableError,
  tooLarge,
} from './table';
import { openXlsx } from './xlsx/open-xlsx';

/** `sheet`: the sheet of an XLSX to read; default the first that is not hidden. */
export type TableOptions = { sheet?: string | undefined; limits?: Partial<TableLimits> | undefined };

/**
 * Opens a CSV or XLSX file for reading row by row; memory does not grow with the rows. What it is, is
 * told by its first bytes, not by its name. Headers are checked before the first row is handed over;
 * what is wrong with a single cell is a problem of its row and does not stop the others.
 *
 * @throws DisclosureError INVALID_INPUT, in Chinese, with row and column where there are any
 */
export async function openTable(path: string, options: TableOptions = {}): Promise<Table> {
  const limits = { ...TABLE_LIMITS, ...options.limits };
  const { size } = await stat(path);
  if (size > limits.fileBytes) throw tooLarge(limits.fileBytes);
  if (size === 0) throw tableError('文件是空的，请选择有内容的文件');
  const head = await readHead(path, 4096);
  assertNoOldFormat(head);
  const raw = await (isZip(head) ? openXlsx(path, options.sheet, limits) : openCsv(path, limits));
  try {
    return await withHeader(raw, limits);
  } catch (error) {
    await raw.close();
    throw error;
  }
}

async function withHeader(raw: RawTable, limits: TableLimits): Promise<Table> {
  const source = raw.rows[Symbol.asyncIterator]();
  const first: RawRow[] = [];
  while (first.length < HEADER_WITHIN) {
    const next = await source.next();
    if (next.done) break;
    first.push(next.value);
  }
  const header = findHeader(first, limits.columns);
  const above = first.filter((row) => row.line < header.line && row.cells.some((cell) => cell !== null));
  if (above.length > 0) raw.notes.push(`第${header.line}行是表头，它上面的文字没有读取`);
  const below = first.filter((row) => row.line > header.line);
  return {
    ...raw,
    headers: header.names,
    headerLine: header.line,
    rows: dataRows(below, source, header, limits, () => raw.close()),
  };
}

async function* dataRows(
  first: RawRow[],
  source: AsyncIterator<RawRow>,
  header: Header,
  limits: TableLimits,
  close: () => Promise<void>,
): AsyncGenerator<TableRow> {
  let count = 0;
  try {
    for (;;) {
      const row = first.shift() ?? (await nextOf(source));
      if (!row) return;
      if (row.cells.every((cell) => cell === null) && !row.problems?.length) continue;
      count += 1;
      if (count > limits.rows) {
        throw tableError(`超过${limits.rows}行，请拆成几个文件分别上传`, { line: row.line });
      }
      yield toTableRow(row, header.names);
    }
  } finally {
    await close();
  }
}

async function nextOf(source: AsyncIterator<RawRow>): Promise<RawRow | null> {
  const next = await source.next();
  return next.done ? null : next.value;
}

function toTableRow({ line, cells, problems = [] }: RawRow, headers: readonly string[]): TableRow {
  const found: CellProblem[] = problems.map(({ index, message }) => {
    const column = headers[index] ?? columnLetters(index);
    return { column, message: `第${line}行“${column}”列：${message}` };
  });
  for (const [index, cell] of cells.entries()) {
    if (index < headers.length || cell === null) continue;
    const column = columnLetters(index);
    found.push({ column, message: `第${line}行${column}列有内容，但表头没有这一列，请补上列名或删去` });
  }
  return { line, cells: headers.map((_, index) => cells[index] ?? null), problems: found };
}
