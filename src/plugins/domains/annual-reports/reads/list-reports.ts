import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import { STATE_NAMES } from '../../../disclosure/server/rules/decide';
import { hasDuty, watches } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import catalogue from '../catalogue.json';
import { dueOnOf } from '../common';
import { districtDepartments } from '../numbers/prepare-numbers';
import type { ReportItem, ReportList } from '../shared/contract';
import type { ReportOf } from '../shared/sections';
import { reportsOfYear } from './stored-reports';

const NONE = '未编制';

/** The departments and the district with their reports of a year: for a department itself alone, for who watches all. */
export async function listReports(strapi: Core.Strapi, member: Member, year: number): Promise<ReportList> {
  const today = todayInShanghai();
  const reports = await reportsOfYear(strapi, year);
  const office = catalogue.leadDepartment;
  const seesAll = watches(member) || member.department === office;
  const departments = await districtDepartments(strapi);
  const shown = seesAll ? departments : departments.filter(({ code }) => code === member.department);
  const itemOf = async (reportOf: ReportOf, department: string): Promise<ReportItem> => {
    const report = reports.find((one) => one.owner === department && one.reportOf === reportOf);
    const dueOn = dueOnOf(reportOf, year);
    const publishedOn = report?.publishedOn ?? null;
    return {
      ...{ reportOf, department, dueOn, publishedOn },
      departmentName: reportOf === 'district' ? '区人民政府' : await nameOfDepartment(strapi, department),
      documentId: report?.documentId ?? null,
      state: report?.state ?? null,
      stateName: report ? STATE_NAMES[report.state] : NONE,
      isLate: (publishedOn ?? today) > dueOn,
      mayBegin: !report && member.department === department && hasDuty(member, 'editor'),
    };
  };
  const items = [
    ...(seesAll ? [itemOf('district', office)] : []),
    ...shown.map(({ code }) => itemOf('department', code)),
  ];
  return { year, today, items: await Promise.all(items) };
}
