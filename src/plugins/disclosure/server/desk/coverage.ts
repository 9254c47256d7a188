import type { Core } from '@strapi/strapi';
import { readCoverage } from '../coverage/read-coverage';
import { refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import type { CoverageQuery } from '../read-model/query-schema';
import { isMember } from '../rules/ownership';
import type { DeskCoverage } from './contract';

/**
 * Coverage as the desk shows it: with overdue working copies, those of every department for whoever
 * watches the district, those of her own for everybody else.
 *
 * @throws DisclosureError NO_ACTOR
 */
export async function viewCoverage(strapi: Core.Strapi, query: CoverageQuery): Promise<DeskCoverage> {
  const actor = await resolveActor(strapi);
  if (!isMember(actor) && actor?.kind !== 'administrator') throw toError(refuse('NO_ACTOR'));
  const watches = !isMember(actor) || actor.duties.includes('supervisor') || actor.duties.includes('auditor');
  const own = watches ? null : actor.department;
  const withDrafts = watches || query.department === own;
  const coverage = await readCoverage(strapi, query, { withDrafts });
  return { ...coverage, department: own };
}
