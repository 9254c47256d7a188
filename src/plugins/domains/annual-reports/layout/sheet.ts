import type { Cell } from '../../../disclosure/server/tabular/table';
import type { Numbers } from '../shared/numbers';
import { disputesTable, documentsTable, type PrintedTable, requestsTable } from '../shared/printed-tables';

/** The three tables below each other, each cell in its column; merged cells stand in their first one. */
export const sheetOf = (title: string, numbers: Numbers): Cell[][] => [
  [title],
  ...[
    ['二、', documentsTable(numbers)] as const,
    ['三、', requestsTable(numbers)] as const,
    ['四、', disputesTable(numbers)] as const,
  ].flatMap(([section, table]) => [[`${section}${table.caption}`], ...gridOf(table), []]),
];

/** The rows of a table with every cell in its own column. */
export function gridOf({ rows }: PrintedTable): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  const taken = rows.map(() => new Set<number>());
  for (const [line, cells] of rows.entries()) {
    let column = 0;
    for (const { text, head, columns = 1, rows: down = 1 } of cells) {
      while (taken[line]?.has(column)) column += 1;
      for (let below = line; below < line + down; below++)
        for (let right = column; right < column + columns; right++) taken[below]?.add(right);
      const row = grid[line] ?? [];
      while (row.length < column) row.push(null);
      row[column] = head || text === '' ? text || null : Number(text);
      column += columns;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? null));
}
