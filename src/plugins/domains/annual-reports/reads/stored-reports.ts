import type { Core } from '@strapi/strapi';
import { fromJson } from '../../../disclosure/server/read-model/json';
import type { State } from '../../../disclosure/server/types';
import type { Figures } from '../shared/figures';
import type { Numbers } from '../shared/numbers';
import type { ReportOf } from '../shared/sections';

/** The working copy of a report, as far as other reports and lists need it. */
export type StoredReport = {
  documentId: string;
  owner: string;
  reportOf: ReportOf;
  year: number;
  state: State;
  figures: Figures;
  numbers: Numbers | null;
  /** handed in or further: its numbers do not follow the day any more */
  isFinal: boolean;
  publishedOn: string | null;
};

type Row = Omit<StoredReport, 'figures' | 'numbers' | 'isFinal'> & { figures: unknown; numbers: unknown };

const OPEN: readonly State[] = ['draft', 'returned'];

const SELECT = `select r.document_id as "documentId", r.owner, r.report_of as "reportOf", r.year, r.state, r.figures, r.numbers,
       (p.first_published_at at time zone 'Asia/Shanghai')::date::text as "publishedOn"
  from annual_reports_reports r
  left join publications p on p.document_id = r.document_id and p.state = 'live'
 where r.published_at is null`;

const toReport = ({ figures, numbers, ...row }: Row): StoredReport => ({
  ...row,
  figures: figures ? fromJson<Figures>(figures) : {},
  numbers: numbers ? fromJson<Numbers>(numbers) : null,
  isFinal: row.publishedOn !== null || !OPEN.includes(row.state),
});

/** Every report of a year, whatever its state. */
export async function reportsOfYear(strapi: Core.Strapi, year: number): Promise<StoredReport[]> {
  const { rows } = await strapi.db.connection.raw(`${SELECT} and r.year = ? order by r.document_id`, [year]);
  return (rows as Row[]).map(toReport);
}

export async function findReport(
  strapi: Core.Strapi,
  { owner, reportOf, year }: { owner: string; reportOf: ReportOf; year: number },
): Promise<StoredReport | null> {
  const { rows } = await strapi.db.connection.raw(
    `${SELECT} and r.year = ? and r.owner = ? and r.report_of = ? limit 1`,
    [year, owner, reportOf],
  );
  return rows[0] ? toReport(rows[0] as Row) : null;
}
