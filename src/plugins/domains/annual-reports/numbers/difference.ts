import { DISPUTES } from '../../../requests/server/annual-report/checks';
import { DISPUTE_COLUMNS } from '../../../requests/server/annual-report/dispute-table';
import { COLUMNS, LINES } from '../../../requests/server/annual-report/request-table';
import type { Difference } from '../shared/contract';
import { cellLabel } from '../shared/labels';
import { DOCUMENT_COLUMNS, DOCUMENT_LINES } from '../shared/numbers';
import type { Counts, Table } from './counts';

const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

const TABLES: readonly [
  table: 'documents' | 'requests' | 'disputes',
  lines: readonly string[],
  columns: readonly string[],
][] = [
  ['documents', codes(DOCUMENT_LINES), codes(DOCUMENT_COLUMNS)],
  ['requests', codes(LINES), COLUMNS],
  ['disputes', DISPUTES, DISPUTE_COLUMNS],
];

/** Where what is counted today is another number than the report says. Pure. */
export function differencesOf(inReport: Counts, today: Counts): Difference[] {
  const cells = TABLES.flatMap(([table, lines, columns]) =>
    lines.flatMap((line) =>
      columns.map((column) => ({
        label: cellLabel(table, line, column),
        inReport: (inReport[table] as Table)[line]?.[column] ?? 0,
        today: (today[table] as Table)[line]?.[column] ?? 0,
      })),
    ),
  );
  const fees = { label: '信息处理费（元）', inReport: inReport.feeYuan, today: today.feeYuan };
  return [...cells, fees].filter((cell) => cell.inReport !== cell.today);
}
