import type { Counts, Table } from './counts';

/** The cells of several reports, added up. Pure. */
export const sumOf = (reports: readonly Counts[]): Counts => ({
  documents: addUp(reports.map(({ documents }) => documents)) as Counts['documents'],
  requests: addUp(reports.map(({ requests }) => requests)) as Counts['requests'],
  disputes: addUp(reports.map(({ disputes }) => disputes)) as Counts['disputes'],
  feeYuan: reports.reduce((sum, { feeYuan }) => sum + feeYuan, 0),
});

function addUp(tables: readonly Table[]): Table {
  const sum: Table = {};
  for (const table of tables)
    for (const [line, cells] of Object.entries(table)) {
      const own = sum[line] ?? {};
      for (const [column, value] of Object.entries(cells)) own[column] = (own[column] ?? 0) + value;
      sum[line] = own;
    }
  return sum;
}
