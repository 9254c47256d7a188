import { DISPUTES } from '../../../requests/server/annual-report/checks';
import { DISPUTE_COLUMNS } from '../../../requests/server/annual-report/dispute-table';
import { COLUMNS, LINES } from '../../../requests/server/annual-report/request-table';
import type { Difference } from '../shared/contract';
import { columnLabel, disputeLabel, resultLabel } from '../shared/labels';
import { DOCUMENT_COLUMNS, DOCUMENT_LINES, type Numbers } from '../shared/numbers';

type Counts = Pick<Numbers, 'documents' | 'requests' | 'disputes' | 'feeYuan'>;

/** Where what is counted today is another number than the report says. Pure. */
export function differencesOf(inReport: Counts, today: Counts): Difference[] {
  const found: Difference[] = [];
  const compare = (label: string, before: number | undefined, now: number | undefined) => {
    if ((before ?? 0) !== (now ?? 0)) found.push({ label, inReport: before ?? 0, today: now ?? 0 });
  };
  for (const line of DOCUMENT_LINES)
    for (const column of DOCUMENT_COLUMNS)
      compare(
        `表二 ${line.label} ${column.label}`,
        inReport.documents[line.code]?.[column.code],
        today.documents[line.code]?.[column.code],
      );
  for (const { code, label } of LINES)
    for (const column of COLUMNS)
      compare(
        `表三 ${label} ${columnLabel(column)}`,
        inReport.requests[code]?.[column],
        today.requests[code]?.[column],
      );
  for (const line of DISPUTES)
    for (const column of DISPUTE_COLUMNS)
      compare(
        `表四 ${disputeLabel(line)} ${resultLabel(column)}`,
        inReport.disputes[line]?.[column],
        today.disputes[line]?.[column],
      );
  compare('信息处理费（元）', inReport.feeYuan, today.feeYuan);
  return found;
}
