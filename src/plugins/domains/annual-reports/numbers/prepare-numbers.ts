import type { Core } from '@strapi/strapi';
import { allDepartments } from '../../../disclosure/server/reference-data/departments';
import { APPLICANT_KINDS } from '../../../requests/shared/applicants';
import { findReport, reportsOfYear, type StoredReport } from '../reads/stored-reports';
import { FIGURES, type FigureCode, type Figures } from '../shared/figures';
import type { Before, Numbers } from '../shared/numbers';
import type { ReportOf } from '../shared/sections';
import { countFor, numbersOfCounted } from './count';

export type ReportKey = { owner: string; reportOf: ReportOf; year: number };
type Asked = ReportKey & { figures: Figures; departments: string[] | null };

/** Kinds of departments whose reports the district's sums up. */
const COUNTED_KINDS: ReadonlySet<string | null> = new Set(['office', 'department', 'township']);

/** The departments that a district's report counts where nobody has chosen. */
export const districtDepartments = async (strapi: Core.Strapi): Promise<{ code: string; name: string }[]> =>
  (await allDepartments(strapi))
    .filter(({ kind }) => COUNTED_KINDS.has(kind))
    .map(({ code, name }) => ({ code, name }));

export async function countedDepartments(
  strapi: Core.Strapi,
  { owner, reportOf, departments }: Pick<Asked, 'owner' | 'reportOf' | 'departments'>,
): Promise<string[]> {
  if (reportOf === 'department') return [owner];
  return departments ?? (await districtDepartments(strapi)).map(({ code }) => code);
}

/** Everything that a report's tables say now. */
export async function prepareNumbers(strapi: Core.Strapi, asked: Asked): Promise<Numbers> {
  const departments = await countedDepartments(strapi, asked);
  const [counted, before, reports] = await Promise.all([
    countFor(strapi, departments, asked.year),
    beforeOf(strapi, asked),
    asked.reportOf === 'district' ? reportsOfYear(strapi, asked.year) : [],
  ]);
  return {
    ...numbersOfCounted(counted),
    figures: figuresOf(asked.figures, reports, departments),
    before,
    departments,
  };
}

/** What was entered; for the district, else the sum of what its departments have reported. */
export function figuresOf(
  entered: Figures,
  reports: readonly Pick<StoredReport, 'owner' | 'reportOf' | 'figures'>[],
  departments: readonly string[],
): Numbers['figures'] {
  const told = reports.filter(
    ({ owner, reportOf }) => reportOf === 'department' && departments.includes(owner),
  );
  const sumOf = (code: FigureCode): number | null => {
    const values = told.map(({ figures }) => figures[code]).filter((value) => typeof value === 'number');
    // amounts in 万元 with their decimals
    return values.length > 0 ? Number(values.reduce((sum, value) => sum + value, 0).toFixed(6)) : null;
  };
  return Object.fromEntries(
    FIGURES.map(({ code }) => [code, entered[code] ?? sumOf(code)]),
  ) as Numbers['figures'];
}

/** 结转下年度 of the year before: its report's, else what was entered for the first year. */
async function beforeOf(strapi: Core.Strapi, { owner, reportOf, year, figures }: Asked): Promise<Before> {
  const report = await findReport(strapi, { owner, reportOf, year: year - 1 });
  const reported = report?.isFinal ? report.numbers?.requests.carriedForward : undefined;
  if (reported) return { from: 'report', carriedForward: reported };
  const { carriedForward } = figures;
  if (!carriedForward) return { from: 'none', carriedForward: {} };
  const byKind = APPLICANT_KINDS.map(({ code }) => [code, carriedForward[code] ?? 0] as const);
  const total = byKind.reduce((sum, [, value]) => sum + value, 0);
  return { from: 'entered', carriedForward: { ...Object.fromEntries(byKind), total } };
}
