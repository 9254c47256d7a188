import { DisclosureError } from '../errors';
import type { Found } from '../read-model/find-publication';
import { withdrawnError } from './withdrawn';

/**
 * What was found, where the public has it.
 *
 * @throws DisclosureError NOT_FOUND for what never was public, WITHDRAWN for what is no longer
 */
export function requireLive(found: Found | null): Extract<Found, { state: 'live' }> {
  if (!found) throw new DisclosureError('NOT_FOUND');
  if (found.state === 'withdrawn') throw withdrawnError(found.tombstone);
  return found;
}
