import { type Block, type Cell, plain, type Row, type Table, textOfRuns } from './model';

/** Word takes 63 columns; a page of A4 has room for fewer. */
const MAX_COLUMNS = 40;
/** Places of a table that are laid out; beyond it its rows become lines of text. */
const MAX_PLACES = 10_000;
const MAX_HEADER_ROWS = 4;

/** A table as it was written: cells row by row, merged ones reaching wherever they say. */
export type WrittenTable = { caption: string; rows: Cell[][] };

/**
 * A written table as a grid of equal rows: spans end with the table, gaps are filled. One that fits no page
 * becomes lines, so that none of its words is lost.
 */
export function layOutTable({ caption, rows }: WrittenTable): Block[] {
  const columns = widthOf(rows);
  if (columns === 0) return [];
  if (columns > MAX_COLUMNS || columns * rows.length > MAX_PLACES) return asLines({ caption, rows });
  return [
    {
      kind: 'table',
      caption,
      columns,
      headerRows: headerRowsOf(rows),
      rows: gridOf(rows, columns),
    } satisfies Table,
  ];
}

/** The columns of the widest row, those counted that reach into it from above. */
function widthOf(rows: readonly Cell[][]): number {
  let widest = 0;
  // per row: how many columns are taken by cells of rows above
  const taken: number[] = [];
  rows.forEach((cells, at) => {
    const own = cells.reduce((sum, cell) => sum + cell.columns, 0);
    widest = Math.max(widest, own + (taken[at] ?? 0));
    for (const { rows: down, columns } of cells) {
      const last = Math.min(rows.length, at + down);
      for (let below = at + 1; below < last; below += 1) taken[below] = (taken[below] ?? 0) + columns;
    }
  });
  return widest;
}

const empty = (): Cell => ({ header: false, columns: 1, rows: 1, blocks: [] });

function gridOf(rows: readonly Cell[][], columns: number): Row[] {
  const grid: (Cell | null | undefined)[][] = rows.map(() => new Array(columns).fill(undefined));
  rows.forEach((cells, at) => {
    let from = 0;
    for (const cell of cells) {
      while (from < columns && grid[at]?.[from] !== undefined) from += 1;
      if (from >= columns) break;
      place(grid, { ...cell, rows: Math.min(cell.rows, rows.length - at) }, at, from);
    }
  });
  return grid.map((row) => row.map((cell) => (cell === undefined ? empty() : cell)));
}

/** Puts a cell where it begins, as far as the places that it covers are free. */
function place(grid: (Cell | null | undefined)[][], cell: Cell, at: number, from: number): void {
  let columns = 0;
  while (
    columns < cell.columns &&
    grid[at]?.[from + columns] === undefined &&
    hasPlace(grid, at, from + columns)
  )
    columns += 1;
  for (let down = 0; down < cell.rows; down += 1) {
    for (let right = 0; right < columns; right += 1) {
      const row = grid[at + down];
      if (row) row[from + right] = null;
    }
  }
  const row = grid[at];
  if (row) row[from] = { ...cell, columns };
}

const hasPlace = (grid: readonly unknown[][], at: number, column: number): boolean =>
  column < (grid[at]?.length ?? 0);

/** The rows at the beginning that are headers throughout: repeated on every page. */
function headerRowsOf(rows: readonly Cell[][]): number {
  const first = rows.findIndex((cells) => cells.length === 0 || !cells.every(({ header }) => header));
  const count = first < 0 ? 0 : first;
  const reach = rows.slice(0, count).map((cells, at) => at + Math.max(...cells.map((cell) => cell.rows)));
  return count > MAX_HEADER_ROWS || reach.some((end) => end > count) ? 0 : count;
}

function asLines({ caption, rows }: WrittenTable): Block[] {
  const lines = rows.map((cells) =>
    cells
      .map(({ blocks }) =>
        blocks.map((block) => (block.kind === 'paragraph' ? textOfRuns(block.runs) : '')).join(''),
      )
      .join('　'),
  );
  return [caption, ...lines].filter(Boolean).map((line) => plain(line));
}
