import type { Core } from '@strapi/strapi';
import { type CoverageRow, readCoverage } from '../coverage/read-coverage';
import type { DeskOwed } from '../desk/contract';
import { allTypes, findDomain } from '../domain/registry';
import { isMember } from '../rules/ownership';
import { lookFrom } from './looker';

/**
 * What a department owes this year, a row of the catalogue a line, the longest overdue first: recurring
 * information that did not come, standing information that is not there, working copies past their date.
 *
 * @throws DisclosureError NO_ACTOR, NOT_FOUND, NOT_ALLOWED for another department
 */
export async function viewOwed(strapi: Core.Strapi, asked?: string): Promise<DeskOwed[]> {
  const { actor, department: chosen } = await lookFrom(strapi, asked);
  const own = isMember(actor) ? actor.department : null;
  const department = chosen ?? own;
  if (!department) return [];
  const { rows } = await readCoverage(strapi, { department }, { withDrafts: true });
  const enters = isMember(actor) && actor.duties.includes('editor') && department === own;
  return rows
    .filter(({ missing }) => missing > 0)
    .map((row) => describe(strapi, row, enters))
    .sort((a, b) => (a.what.dueOn ?? '9').localeCompare(b.what.dueOn ?? '9') || a.code.localeCompare(b.code));
}

function describe(strapi: Core.Strapi, row: CoverageRow, enters: boolean): DeskOwed {
  const { code, title, domain, toBeConfirmed, timeLimit, missing, items, responsible } = row;
  const [first] = items
    .filter(({ state }) => state === 'missing')
    .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
  const {
    kind = 'standing',
    title: what = title,
    dueOn = null,
    explanation = '',
    documentId = null,
    uid = null,
  } = first ?? {};
  const type = enters && responsible && kind !== 'draft' ? recordTypeOf(strapi, domain) : null;
  return {
    code,
    title,
    domain,
    domainName: findDomain(strapi, domain)?.name ?? domain,
    toBeConfirmed,
    timeLimit,
    missing,
    what: { title: what, dueOn, explanation, documentId, uid },
    create: type ? { uid: type, code, period: kind === 'sub-period' ? what : null } : null,
  };
}

/** The type of the domain whose documents stand under rows of the catalogue. */
export const recordTypeOf = (strapi: Core.Strapi, domain: string): string | null =>
  allTypes(strapi).find((type) => type.domain.slug === domain && 'catalogueItem' in type.fields)?.uid ?? null;
