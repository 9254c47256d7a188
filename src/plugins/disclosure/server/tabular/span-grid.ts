/** A cell that reaches over columns and rows, as HTML has it. */
export type Spanning = { columns: number; rows: number };
/** The places of a table. null: covered by a merged cell; undefined: no cell reaches there. */
export type SpanGrid<T> = (T | null | undefined)[][];

/** The columns of the widest row, those counted that reach into it from above. */
export function columnsOf(rows: readonly (readonly Spanning[])[]): number {
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

/** Cells row by row, each in its own place; spans end with the table, and before a place that is taken. */
export function layOutSpans<T extends Spanning>(
  rows: readonly (readonly T[])[],
  columns: number,
): SpanGrid<T> {
  const grid: SpanGrid<T> = rows.map(() => new Array(columns).fill(undefined));
  rows.forEach((cells, at) => {
    let from = 0;
    for (const cell of cells) {
      while (from < columns && grid[at]?.[from] !== undefined) from += 1;
      if (from >= columns) break;
      place(grid, { ...cell, rows: Math.min(cell.rows, rows.length - at) }, at, from);
    }
  });
  return grid;
}

/** Puts a cell where it begins, as far as the places that it covers are free. */
function place<T extends Spanning>(grid: SpanGrid<T>, cell: T, at: number, from: number): void {
  const own = grid[at] ?? [];
  let columns = 0;
  while (columns < cell.columns && from + columns < own.length && own[from + columns] === undefined)
    columns += 1;
  for (const row of grid.slice(at, at + cell.rows)) row.fill(null, from, from + columns);
  own[from] = { ...cell, columns };
}
