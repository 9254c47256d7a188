import type { Cell, Row, Table } from './model';

/** Where a merged cell begins, and the rows of it that stand in one part (from 0, the last one not counted). */
export type CellPart = { cell: Cell; row: number; column: number; from: number; to: number };

/**
 * The rows `from` to `to` (not counted) of a table as a table of its own, with its header: what stands on one page. A merged cell that
 * is cut becomes one in each part; `hasRoom` says in which of them its contents are printed.
 */
export function cutTable(
  table: Table,
  from: number,
  to: number,
  hasRoom: (part: CellPart) => boolean,
): Table {
  const head = from > 0 ? table.rows.slice(0, table.headerRows) : [];
  const body = table.rows.slice(from, to).map((row, at) =>
    row.map((own, column) => {
      const row = from + at;
      const cell = own ? { cell: own, row, column } : at === 0 ? ownerOf(table.rows, from, column) : null;
      return cell && partOf({ ...cell, from: row, to: Math.min(to, cell.row + cell.cell.rows) }, hasRoom);
    }),
  );
  return { ...table, caption: from > 0 ? '' : table.caption, rows: [...head, ...body] };
}

/** The cell that reaches into a place from a row above, if it begins in its column. */
export function ownerOf(
  rows: readonly Row[],
  at: number,
  column: number,
): { cell: Cell; row: number; column: number } | null {
  if (rows[at]?.[column]) return null;
  for (let row = at - 1; row >= 0; row -= 1) {
    const cell = rows[row]?.[column];
    if (cell) return row + cell.rows > at ? { cell, row, column } : null;
  }
  return null;
}

function partOf(part: CellPart, hasRoom: (part: CellPart) => boolean): Cell {
  const { cell, from, to } = part;
  if (cell.rows === to - from) return cell;
  return { ...cell, rows: to - from, blocks: hasRoom(part) ? cell.blocks : [] };
}
