import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import type { Transaction } from '../../../disclosure/server/types';
import type { DailyNews } from '../../../notifications/server/daily-looks';
import catalogue from '../catalogue.json';
import { dueOnOf, REPORT } from '../common';
import { districtDepartments } from '../numbers/prepare-numbers';
import { reportsOfYear } from '../reads/stored-reports';
import type { ReportOf } from '../shared/sections';
import { newsOf, type Owed } from './news';

/** What departments and the office are reminded of on a working day: the report of last year that is not public yet. */
export async function lookAtReports(
  strapi: Core.Strapi,
  _trx: Transaction,
  today: string,
): Promise<DailyNews[]> {
  const year = Number(today.slice(0, 4)) - 1;
  const reports = await reportsOfYear(strapi, year);
  const wanted: [ReportOf, string][] = [
    ...(await districtDepartments(strapi)).map(({ code }): [ReportOf, string] => ['department', code]),
    ['district', catalogue.leadDepartment],
  ];
  const news = wanted.map(async ([reportOf, owner]): Promise<DailyNews[]> => {
    const report = reports.find((one) => one.owner === owner && one.reportOf === reportOf);
    if (report?.publishedOn) return [];
    // of a report that has been begun and is late, the look at due dates tells
    if (report && dueOnOf(reportOf, year) < today) return [];
    const name = reportOf === 'district' ? '区人民政府' : await nameOfDepartment(strapi, owner);
    const owed: Owed = {
      ...{ owner, reportOf, year, dueOn: dueOnOf(reportOf, year) },
      documentId: report?.documentId ?? null,
      title: `${name}${year}年政府信息公开工作年度报告`,
    };
    const said = newsOf(owed, today);
    if (!said) return [];
    return [
      {
        ...{ kind: 'annual-report', owner, title: owed.title, documentId: owed.documentId },
        type: owed.documentId ? REPORT : null,
        ...said,
      },
    ];
  });
  return (await Promise.all(news)).flat();
}
