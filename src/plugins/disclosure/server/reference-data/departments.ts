import type { Core } from '@strapi/strapi';
import { todayInShanghai } from '../rules/dates';

export const DEPARTMENT = 'plugin::disclosure.department';

export type Department = {
  code: string;
  name: string;
  aliases: string[];
  kind: string | null;
  orgCode: string | null;
  validFrom: string | null;
  validUntil: string | null;
  successor: string | null;
};

const isInForce = (department: Department, on: string): boolean =>
  (!department.validFrom || department.validFrom <= on) &&
  (!department.validUntil || on < department.validUntil);

/** A department that is in force on the day of `at`; null for an unknown or dissolved one. */
export async function findDepartment(
  strapi: Core.Strapi,
  code: string,
  at: Date,
): Promise<Department | null> {
  const department = (await strapi.db.query(DEPARTMENT).findOne({ where: { code } })) as Department | null;
  return department && isInForce(department, todayInShanghai(at)) ? department : null;
}

/** The name of a department, dissolved ones included; its code where it is not known. */
export async function nameOfDepartment(strapi: Core.Strapi, code: string): Promise<string> {
  const department = (await strapi.db.query(DEPARTMENT).findOne({ where: { code } })) as Department | null;
  return department?.name ?? code;
}

/** All departments, in the order in which they were entered. */
export async function allDepartments(strapi: Core.Strapi): Promise<Department[]> {
  return (await strapi.db
    .query(DEPARTMENT)
    .findMany({ orderBy: { id: 'asc' }, limit: 1000 })) as Department[];
}
