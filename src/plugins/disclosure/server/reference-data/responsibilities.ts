import type { Core } from '@strapi/strapi';

export const RESPONSIBILITY = 'plugin::disclosure.responsibility';

type Row = { department: string; scope: string; source: string | null };

/** The departments responsible for a scope. */
export async function findResponsible(strapi: Core.Strapi, scope: string | null): Promise<string[]> {
  if (!scope) return [];
  const rows = (await strapi.db
    .query(RESPONSIBILITY)
    .findMany({ where: { scope }, orderBy: { id: 'asc' }, limit: 200 })) as Row[];
  return rows.map((row) => row.department);
}

/** Replaces the departments responsible for a catalogue row. Runs in the caller's transaction. */
export async function setResponsible(
  strapi: Core.Strapi,
  scope: string,
  departments: readonly string[],
): Promise<void> {
  const query = strapi.db.query(RESPONSIBILITY);
  const rows = (await query.findMany({ where: { scope }, limit: 200 })) as (Row & { id: number })[];
  const gone = rows.filter(({ department }) => !departments.includes(department)).map(({ id }) => id);
  if (gone.length > 0) await query.deleteMany({ where: { id: { $in: gone } } });
  const held = new Set(rows.map(({ department }) => department));
  for (const department of departments) {
    if (!held.has(department)) await query.create({ data: { scope, department, source: 'catalogue' } });
  }
}

/** What a department is responsible for. */
export async function scopesOf(strapi: Core.Strapi, department: string): Promise<string[]> {
  const rows = (await strapi.db
    .query(RESPONSIBILITY)
    .findMany({ where: { department }, orderBy: { id: 'asc' }, limit: 10_000 })) as Row[];
  return rows.map((row) => row.scope);
}

/** What every department is responsible for. */
export async function allScopes(strapi: Core.Strapi): Promise<Map<string, string[]>> {
  const rows = (await strapi.db.query(RESPONSIBILITY).findMany({
    select: ['department', 'scope'],
    orderBy: { id: 'asc' },
    limit: 100_000,
  })) as Row[];
  const scopes = new Map<string, string[]>();
  for (const { department, scope } of rows)
    scopes.set(department, [...(scopes.get(department) ?? []), scope]);
  return scopes;
}

/** Responsible departments of many scopes that begin alike, by scope. */
export async function responsibleUnder(strapi: Core.Strapi, prefix: string): Promise<Map<string, string[]>> {
  const rows = (await strapi.db
    .query(RESPONSIBILITY)
    .findMany({ where: { scope: { $startsWith: prefix } }, orderBy: { id: 'asc' }, limit: 10_000 })) as Row[];
  const byScope = new Map<string, string[]>();
  for (const { scope, department } of rows) byScope.set(scope, [...(byScope.get(scope) ?? []), department]);
  return byScope;
}

/**
 * Replaces the responsibilities that come from one source (a published project): what was reviewed and
 * published says who is responsible. Runs in the caller's transaction.
 */
export async function replaceResponsibilities(
  strapi: Core.Strapi,
  source: string,
  rows: readonly { scope: string; department: string }[],
): Promise<void> {
  const query = strapi.db.query(RESPONSIBILITY);
  await query.deleteMany({ where: { source } });
  for (const row of rows) await query.create({ data: { ...row, source } });
}
