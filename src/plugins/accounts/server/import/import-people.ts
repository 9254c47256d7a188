import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { allDepartments } from '../../../disclosure/server/reference-data/departments';
import type { Actor } from '../../../disclosure/server/types';
import type { ImportedPerson, PeopleImport } from '../contract';
import { AddressTaken, createPerson } from '../people/create-person';
import { PANEL_USER } from '../types';
import { type FindDepartment, type ReadRow, readRows } from './read-rows';
import type { ImportRequest } from './request';

const EXISTS = '已有账号，未改动';

/**
 * Makes the people of a list, each in a transaction of her own, so that one wrong row keeps back nobody
 * else. Who exists already is left as she is: the same file again goes on where it was interrupted.
 */
export async function importPeople(
  strapi: Core.Strapi,
  actor: Actor,
  { file, preview }: ImportRequest,
): Promise<PeopleImport> {
  const { rows, notes } = await readRows(file, await departmentFinder(strapi));
  const known = await knownAddresses(strapi, rows);
  const results: ImportedPerson[] = [];
  for (const row of rows) {
    const shown = { line: row.line, ...row.texts };
    if (row.texts.email && known.has(row.texts.email.toLowerCase())) {
      results.push({ ...shown, outcome: 'exists', message: EXISTS });
    } else if (!row.person) {
      results.push({ ...shown, outcome: 'failed', message: row.problems.join('；') });
    } else if (preview) {
      results.push({ ...shown, outcome: 'ready', message: null });
    } else {
      results.push({ ...shown, ...(await make(strapi, actor, row.person)) });
    }
  }
  return { notes, rows: results, counts: countOutcomes(results) };
}

async function make(
  strapi: Core.Strapi,
  actor: Actor,
  person: NonNullable<ReadRow['person']>,
): Promise<Pick<ImportedPerson, 'outcome' | 'message' | 'initialPassword'>> {
  try {
    const { initialPassword } = await createPerson(strapi, actor, person);
    return { outcome: 'created', message: null, initialPassword };
  } catch (error) {
    if (error instanceof AddressTaken) return { outcome: 'exists', message: EXISTS };
    if (error instanceof DisclosureError) return { outcome: 'failed', message: error.message };
    throw error;
  }
}

/** Departments by name, code or alias. */
async function departmentFinder(strapi: Core.Strapi): Promise<FindDepartment> {
  const byName = new Map<string, string>();
  for (const { code, name, aliases } of await allDepartments(strapi)) {
    for (const known of [code, name, ...(aliases ?? [])]) byName.set(known, code);
  }
  return (name) => byName.get(name) ?? null;
}

async function knownAddresses(strapi: Core.Strapi, rows: readonly ReadRow[]): Promise<Set<string>> {
  const emails = rows.map(({ texts }) => texts.email.toLowerCase()).filter(Boolean);
  const users = await strapi.db
    .query(PANEL_USER)
    .findMany({ select: ['email'], where: { email: { $in: emails } }, limit: emails.length });
  return new Set(users.map(({ email }: { email: string }) => email));
}

function countOutcomes(rows: readonly ImportedPerson[]): PeopleImport['counts'] {
  const counts = { ready: 0, created: 0, exists: 0, failed: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
