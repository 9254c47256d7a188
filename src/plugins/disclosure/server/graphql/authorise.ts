import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import type { GraphqlContext } from './context';

/**
 * What a REST route asks before its handler runs: that the role or the API token holds the scope (a
 * read-only token does not). Whoever does not gets the answer that she gets there.
 *
 * @throws DisclosureError NO_ACTOR, NOT_ALLOWED
 */
export async function authorise(
  strapi: Core.Strapi,
  { state }: GraphqlContext,
  scope: string,
): Promise<void> {
  try {
    await strapi.get('auth').verify(state.auth, { scope: [scope] });
  } catch (error) {
    if (!(error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError)) throw error;
    throw toError(refuse((await resolveActor(strapi)) ? 'NOT_ALLOWED' : 'NO_ACTOR'));
  }
}
