import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../errors';
import { withdrawnError } from '../../http/withdrawn';
import { findPublication } from '../../read-model/find-publication';
import type { Values } from '../../types';

/**
 * A publication with its details.
 *
 * @param uid the only type wanted
 * @throws DisclosureError NOT_FOUND for what never was public, WITHDRAWN for what is no longer
 */
export async function requireLive(strapi: Core.Strapi, documentId: unknown, uid?: string): Promise<Values> {
  const found = await findPublication(strapi.db.connection, String(documentId));
  if (!found) throw new DisclosureError('NOT_FOUND');
  if (found.state === 'withdrawn') throw withdrawnError(found.tombstone);
  if (uid && found.publication.type !== uid) throw new DisclosureError('NOT_FOUND');
  return found.publication;
}
