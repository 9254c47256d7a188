import type { Core } from '@strapi/strapi';
import { allDepartments, type Department } from '../../../disclosure/server/reference-data/departments';
import type { ResolveDepartments } from './documents';

/** What texts call a whole group of departments, and who belongs to it. */
const GROUPS: readonly (readonly [RegExp, (department: Department) => boolean])[] = [
  [/^各?(街办|街道办|街道)$/, ({ name }) => /街道(办|办事处)?$/.test(name)],
  [/^各?(镇|乡镇)$/, ({ name }) => /[镇乡]$/.test(name)],
  [/^各?集聚区$/, ({ name }) => name.endsWith('集聚区')],
  [/^区(政府|直)各(部门|单位)$/, ({ kind }) => kind === 'office' || kind === 'department'],
];

/** Finds the departments that a name stands for: by name, code or alias, or as a group (各街办). */
export async function departmentResolver(strapi: Core.Strapi): Promise<ResolveDepartments> {
  const departments = await allDepartments(strapi);
  const byName = new Map<string, Department>();
  for (const department of departments) {
    for (const name of [department.code, department.name, ...(department.aliases ?? [])]) {
      byName.set(name, department);
    }
  }
  return (name) => {
    const found = byName.get(name.trim());
    if (found) return [found];
    const belongs = GROUPS.find(([pattern]) => pattern.test(name.trim()))?.[1];
    return belongs ? departments.filter(belongs) : [];
  };
}
