import { openTable } from '../../../disclosure/server/tabular/open-table';
import type { TableRow } from '../../../disclosure/server/tabular/table';
import type { Source, SourceRow } from '../types';
import { hashFile } from './hash';

/**
 * A CSV or XLSX file as a source. It is read once from end to end before anything is imported, so that a
 * file that breaks off in the middle is refused as a whole.
 *
 * @throws DisclosureError INVALID_INPUT
 */
export async function openTableSource(path: string, name: string, sheet?: string): Promise<Source> {
  const table = await openTable(path, { sheet });
  const { headers } = table;
  let total = 0;
  for await (const _row of table.rows) total += 1;
  return {
    kind: 'table',
    name,
    sheet: table.sheet,
    headers,
    notes: table.notes,
    sha256: await hashFile(path),
    total,
    async *rows() {
      const again = await openTable(path, { sheet });
      for await (const row of again.rows) yield toSourceRow(row, headers);
    },
  };
}

function toSourceRow({ line, cells, problems }: TableRow, headers: readonly string[]): SourceRow {
  return {
    line,
    name: null,
    cells: Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? null])),
    problems: problems.map(({ message }) => message),
  };
}
