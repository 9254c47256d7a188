import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { countFor, numbersOfCounted } from '../numbers/count';
import { differencesOf } from '../numbers/difference';
import { sumOf } from '../numbers/sum';
import type { DepartmentsCompared } from '../shared/contract';
import { reportsOfYear } from './stored-reports';

/**
 * The district's numbers beside those of its departments' reports: who has not reported yet, and where what they reported
 * is not what is counted now.
 */
export async function compareDepartments(
  strapi: Core.Strapi,
  departments: readonly string[],
  year: number,
): Promise<DepartmentsCompared> {
  const reports = (await reportsOfYear(strapi, year)).filter(
    ({ reportOf, owner, isFinal }) => reportOf === 'department' && isFinal && departments.includes(owner),
  );
  const reported = reports.flatMap(({ owner, numbers }) => (numbers ? [{ owner, numbers }] : []));
  const owners = reported.map(({ owner }) => owner);
  const missing = departments.filter((code) => !owners.includes(code));
  const today = numbersOfCounted(await countFor(strapi, owners, year));
  return {
    notReported: await Promise.all(missing.map((code) => nameOfDepartment(strapi, code))),
    differences: owners.length > 0 ? differencesOf(sumOf(reported.map(({ numbers }) => numbers)), today) : [],
  };
}
