import type { Core } from '@strapi/strapi';
import { once } from '../gate/once';
import { todayInShanghai } from '../rules/dates';

export const DEPARTMENT = 'plugin::disclosure.department';

export type Department = {
  code: string;
  name: string;
  aliases: string[];
  kind: string | null;
  orgCode: string | null;
  /** 机关代字, with which the numbers of its documents begin */
  organWord: string | null;
  validFrom: string | null;
  validUntil: string | null;
  successor: string | null;
  /** of a public institution: the department that reviews what it publishes */
  regulator: string | null;
};

const isInForce = (department: Department, on: string): boolean =>
  (!department.validFrom || department.validFrom <= on) &&
  (!department.validUntil || on < department.validUntil);

/** A department, dissolved ones included. */
export const loadDepartment = (strapi: Core.Strapi, code: string): Promise<Department | null> =>
  once(
    `department:${code}`,
    async () => (await strapi.db.query(DEPARTMENT).findOne({ where: { code } })) as Department | null,
  );

/** A department that is in force on the day of `at`; null for an unknown or dissolved one. */
export async function findDepartment(
  strapi: Core.Strapi,
  code: string,
  at: Date,
): Promise<Department | null> {
  const department = await loadDepartment(strapi, code);
  return department && isInForce(department, todayInShanghai(at)) ? department : null;
}

/** The department whose reviewers review what `code` enters: itself, or the regulator of a public institution. */
export async function reviewerOf(strapi: Core.Strapi, code: string | null): Promise<string | null> {
  if (!code) return null;
  return (await loadDepartment(strapi, code))?.regulator || code;
}

/** A department and the public institutions that it regulates: whose working copies it sees. */
export async function departmentAndUnits(strapi: Core.Strapi, code: string): Promise<string[]> {
  const units = await strapi.db
    .query(DEPARTMENT)
    .findMany({ select: ['code'], where: { regulator: code }, limit: 1000 });
  return [code, ...units.map((unit) => String(unit.code))];
}

/** The name of a department, dissolved ones included; its code where it is not known. */
export async function nameOfDepartment(strapi: Core.Strapi, code: string): Promise<string> {
  const department = await loadDepartment(strapi, code);
  return department?.name ?? code;
}

/** All departments, in the order in which they were entered. */
export async function allDepartments(strapi: Core.Strapi): Promise<Department[]> {
  return (await strapi.db
    .query(DEPARTMENT)
    .findMany({ orderBy: { id: 'asc' }, limit: 1000 })) as Department[];
}
