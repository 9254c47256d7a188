import { columnsOf, layOutSpans } from '../../../disclosure/server/tabular/span-grid';
import type { Cell } from '../../../disclosure/server/tabular/table';
import type { Merge } from '../../../disclosure/server/tabular/xlsx/merges';
import type { Form } from '../../../disclosure/server/tabular/xlsx/write-xlsx';
import type { Numbers } from '../shared/numbers';
import {
  disputesTable,
  documentsTable,
  type PrintedCell,
  type PrintedTable,
  requestsTable,
} from '../shared/printed-tables';

/** Characters of the columns: the first three hold the names of the lines. */
const WIDTHS = [18, 16, 44, ...Array.from({ length: 12 }, () => 12)];

type Sheet = { rows: Cell[][]; form: Form };

/** The three tables below each other as the official form has them, each number in a cell of its own. */
export function sheetOf(title: string, numbers: Numbers): Sheet {
  const rows: Cell[][] = [[title]];
  const merges: Merge[] = [];
  const boxed = new Map<number, { cells: number; height: number }>();
  for (const [section, table] of [
    ['二、', documentsTable(numbers)],
    ['三、', requestsTable(numbers)],
    ['四、', disputesTable(numbers)],
  ] as const) {
    rows.push([`${section}${table.caption}`]);
    const { grid, merges: own } = gridOf(table);
    const above = rows.length;
    const width = Math.max(...grid.map(({ length }) => length), ...own.map(({ right }) => right + 1));
    for (const [index, cells] of grid.entries())
      boxed.set(above + index + 1, { cells: width, height: heightOf(cells, index + 1, own) });
    merges.push(...own.map((merge) => ({ ...merge, top: merge.top + above, bottom: merge.bottom + above })));
    rows.push(...grid, []);
  }
  return { rows, form: { widths: WIDTHS, merges, boxed } };
}

/** Lines of text of the highest cell; what is merged has room enough. A Chinese character is two wide. */
function heightOf(cells: readonly Cell[], line: number, merges: readonly Merge[]): number {
  const lines = cells.map((cell, column) => {
    const isMerged = merges.some(({ top, left }) => top === line && left === column);
    return isMerged ? 1 : Math.ceil((2 * String(cell ?? '').length) / (WIDTHS[column] ?? 1));
  });
  return Math.max(1, ...lines);
}

/** The rows of a table with every cell in its own column, and the areas that are one cell; lines count from 1. */
export function gridOf({ rows }: PrintedTable): { grid: Cell[][]; merges: Merge[] } {
  const spanning = rows.map((cells) =>
    cells.map(({ columns = 1, rows: down = 1, ...cell }) => ({ ...cell, columns, rows: down })),
  );
  const places = layOutSpans(spanning, columnsOf(spanning));
  const merges = places.flatMap((row, top) =>
    row.flatMap((cell, left) =>
      cell && cell.columns * cell.rows > 1
        ? [{ top: top + 1, left, bottom: top + cell.rows, right: left + cell.columns - 1 }]
        : [],
    ),
  );
  return { grid: places.map((row) => row.map((cell) => contentOf(cell))), merges };
}

const contentOf = (cell: PrintedCell | null | undefined): Cell =>
  !cell?.text ? null : cell.head ? cell.text : Number(cell.text);
