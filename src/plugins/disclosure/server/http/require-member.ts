import type { Core } from '@strapi/strapi';
import { refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { isMember } from '../rules/ownership';
import type { Member } from '../types';

/**
 * The member of a department who is signed in.
 *
 * @throws DisclosureError NO_ACTOR
 */
export async function requireMember(strapi: Core.Strapi): Promise<Member> {
  const actor = await resolveActor(strapi);
  if (isMember(actor)) return actor;
  throw toError(refuse('NO_ACTOR'));
}
