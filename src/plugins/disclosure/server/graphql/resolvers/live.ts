import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../errors';
import { requireLive as requirePublic } from '../../http/require-live';
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
  const { publication } = requirePublic(await readPublication(strapi, String(documentId), on));
  if (uid && publication.type !== uid) throw new DisclosureError('NOT_FOUND');
  return publication;
}
