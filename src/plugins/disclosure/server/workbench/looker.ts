import type { Core } from '@strapi/strapi';
import { allTypes } from '../domain/registry';
import { DisclosureError, refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { allDepartments } from '../reference-data/departments';
import { isMember, watches } from '../rules/ownership';
import type { Administrator, Member } from '../types';

/** Who looks at the workbench, at whose work, and what the departments are called. */
export type Looker = {
  actor: Member | Administrator;
  /** the department asked for; null: her own, or the whole district */
  department: string | null;
  /** the departments whose documents her department reviews: itself, and the institutions it regulates */
  units: string[];
  /** types that one department reviews for all: hers, and those of others */
  reviewedTypes: { here: string[]; elsewhere: string[] };
  names: ReadonlyMap<string, string>;
};

/**
 * The signed-in person and the department that she asks for: her own, or any for those who look at the
 * whole district.
 *
 * @throws DisclosureError NO_ACTOR, NOT_FOUND for an unknown department, NOT_ALLOWED for another one's
 */
export async function lookFrom(strapi: Core.Strapi, department?: string): Promise<Looker> {
  const actor = await resolveActor(strapi);
  if (!isMember(actor) && actor?.kind !== 'administrator') throw toError(refuse('NO_ACTOR'));
  const departments = await allDepartments(strapi);
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  if (department && !names.has(department)) throw new DisclosureError('NOT_FOUND', '没有这个部门');
  const own = isMember(actor) ? actor.department : null;
  if (department && department !== own && !watches(actor))
    throw toError(refuse('NOT_ALLOWED', '只能查看本部门的工作台'));
  const units = departments
    .filter(({ code, regulator }) => (regulator || code) === own)
    .map(({ code }) => code);
  const reviewed = allTypes(strapi).filter(({ manifest }) => manifest.reviewedBy);
  const reviewedTypes = {
    here: reviewed.filter(({ manifest }) => manifest.reviewedBy === own).map(({ uid }) => uid),
    elsewhere: reviewed.filter(({ manifest }) => manifest.reviewedBy !== own).map(({ uid }) => uid),
  };
  return { actor, department: department ?? null, units, reviewedTypes, names };
}
