import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../errors';
import { withdrawnError } from '../../http/withdrawn';
import { readPublication } from '../../read-model/read-publications';
import type { Values } from '../../types';

/**
 * A publication with its details.
 *
 * @param wanted `uid` the only type wanted; `on` the day of its validity
 * @throws DisclosureError NOT_FOUND for what never was public, WITHDRAWN for what is no longer
 */
export async function requireLive(
  strapi: Core.Strapi,
  documentId: unknown,
  { uid, on }: { uid?: string; on?: string | undefined } = {},
): Promise<Values> {
  const found = await readPublication(strapi, String(documentId), on);
  if (!found) throw new DisclosureError('NOT_FOUND');
  if (found.state === 'withdrawn') throw withdrawnError(found.tombstone);
  if (uid && found.publication.type !== uid) throw new DisclosureError('NOT_FOUND');
  return found.publication;
}
