import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../errors';
import { requireLive as requirePublic } from '../../http/require-live';
import type { Values } from '../../types';

/**
 * A publication with its details.
 *
 * @param uid the only type wanted
 * @throws DisclosureError NOT_FOUND for what never was public, WITHDRAWN for what is no longer
 */
export async function requireLive(strapi: Core.Strapi, documentId: unknown, uid?: string): Promise<Values> {
  const { publication } = await requirePublic(strapi.db.connection, String(documentId));
  if (uid && publication.type !== uid) throw new DisclosureError('NOT_FOUND');
  return publication;
}
