import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import type { Member } from '../../../disclosure/server/types';
import { tellDisputes, tellRequests } from '../../../requests/server/annual-report/tell-counted';
import { type Counted, countFor } from '../numbers/count';
import { countedDepartments } from '../numbers/prepare-numbers';
import type { CellTold } from '../shared/contract';
import type { FigureCode } from '../shared/figures';
import { ruleOf } from './cell-rules';
import { type LoadedReport, loadReport, maySeeRequestsOf } from './load-report';
import { reportsOfYear } from './stored-reports';

export const cellSchema = z.strictObject({
  table: z.enum(['documents', 'figures', 'requests', 'disputes', 'fees'], '没有这张表'),
  line: z.string().max(60),
  column: z.string().max(60).default(''),
});
type Cell = z.infer<typeof cellSchema>;

const NOTHING: Omit<CellTold, 'total' | 'rule'> = {
  requests: [],
  disputes: [],
  publications: [],
  reports: [],
};

/** The rows that a cell counts now, as far as the member may see them. */
export async function explainCell(
  strapi: Core.Strapi,
  member: Member,
  documentId: string,
  cell: Cell,
): Promise<CellTold> {
  const report = await loadReport(strapi, member, documentId);
  const departments = await countedDepartments(strapi, report);
  const rule = ruleOf(cell.table, cell.line);
  if (cell.table === 'figures')
    return { ...NOTHING, rule, ...(await explainFigure(strapi, report, departments, cell)) };
  const all = await countFor(strapi, departments, report.year);
  const total = idsOf(all, cell).length;
  const seen = maySeeRequestsOf(member, departments);
  if (cell.table === 'documents')
    return { ...NOTHING, rule, total, publications: await tellPublications(strapi, idsOf(all, cell)) };
  const visible = seen.length === departments.length ? all : await countFor(strapi, seen, report.year);
  const ids = idsOf(visible, cell);
  return cell.table === 'disputes'
    ? { ...NOTHING, rule, total, disputes: await tellDisputes(strapi, ids) }
    : { ...NOTHING, rule, total, requests: await tellRequests(strapi, ids) };
}

function idsOf(
  { documents, requests, disputes, payments }: Counted,
  { table, line, column }: Cell,
): readonly string[] {
  if (table === 'fees') return [...new Set(payments.map(({ requestId }) => requestId))];
  const tables = { documents, requests, disputes } as Record<
    string,
    Record<string, Record<string, readonly string[]>>
  >;
  const ids = tables[table]?.[line]?.[column];
  if (!ids) throw new DisclosureError('INVALID_QUERY', '没有这一格');
  return ids;
}

async function explainFigure(
  strapi: Core.Strapi,
  { reportOf, year, figures }: LoadedReport,
  departments: readonly string[],
  { line }: Cell,
) {
  const code = line as FigureCode;
  const own = figures[code] ?? null;
  if (reportOf === 'department' || own !== null) return { total: own ?? 0 };
  const reports = (await reportsOfYear(strapi, year)).filter((one) => one.reportOf === 'department');
  const told = await Promise.all(
    departments.map(async (department) => ({
      department: await nameOfDepartment(strapi, department),
      value: reports.find(({ owner }) => owner === department)?.figures[code] ?? null,
    })),
  );
  return { total: told.reduce((sum, { value }) => sum + (value ?? 0), 0), reports: told };
}

async function tellPublications(
  strapi: Core.Strapi,
  ids: readonly string[],
): Promise<CellTold['publications']> {
  const { rows } = await strapi.db.connection.raw(
    `select document_id as "documentId", title, doc_no as "docNo", formed_on::text as day
       from publications where document_id = any(?) order by formed_on, document_id`,
    [[...ids]],
  );
  return rows as CellTold['publications'];
}
