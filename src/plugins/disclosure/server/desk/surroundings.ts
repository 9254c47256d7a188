import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import type { DeskSurroundings } from './contract';
import { findLinks } from './links';
import { findNextSteps } from './next-steps';
import { loadReadable } from './readable';

/**
 * Who can take the next step of a document, and the documents around it.
 *
 * @throws DisclosureError NO_ACTOR, NOT_FOUND, NOT_OWNER
 */
export async function viewSurroundings(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
): Promise<DeskSurroundings> {
  const readable = await loadReadable(strapi, type, documentId);
  const [next, { links, more }] = await Promise.all([
    findNextSteps(strapi, readable.subject),
    findLinks(strapi, type, readable),
  ]);
  return { next, links, moreLinks: more };
}
