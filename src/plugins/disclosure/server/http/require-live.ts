import type { Knex } from 'knex';
import { DisclosureError } from '../errors';
import { type Found, findPublication } from '../read-model/find-publication';
import { withdrawnError } from './withdrawn';

/**
 * The publication as the public has it.
 *
 * @throws DisclosureError NOT_FOUND for what never was public, WITHDRAWN for what is no longer
 */
export async function requireLive(
  knex: Knex,
  documentId: string,
): Promise<Extract<Found, { state: 'live' }>> {
  const found = await findPublication(knex, documentId);
  if (!found) throw new DisclosureError('NOT_FOUND');
  if (found.state === 'withdrawn') throw withdrawnError(found.tombstone);
  return found;
}
