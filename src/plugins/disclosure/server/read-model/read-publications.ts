import type { Core } from '@strapi/strapi';
import { findType } from '../domain/registry';
import { findLinks, type PublicLinks } from '../links/find-links';
import { readConnection } from '../replica/read-connection';
import { todayInShanghai } from '../rules/dates';
import { type PageOf, pagesOf } from '../site/page-of';
import type { Values } from '../types';
import { type Found, findPublication } from './find-publication';

/**
 * A publication as the public reads it on a day: with the documents around it and what its type only knows when
 * it is read, in one statement.
 */
export async function readPublication(
  strapi: Core.Strapi,
  documentId: string,
  on: string = todayInShanghai(),
): Promise<Found | null> {
  const [found, pageOf] = await Promise.all([
    findPublication(readConnection(strapi), documentId, { on, withLinks: true }),
    pagesOf(strapi),
  ]);
  if (found?.state !== 'live') return found;
  return { ...found, publication: completed(strapi, on, found.publication, pageOf, found.links) };
}

/** Publications with the documents around them and what their pages need: one statement for all. */
export async function completePublications(
  strapi: Core.Strapi,
  publications: readonly Values[],
  on: string = todayInShanghai(),
): Promise<Values[]> {
  const [links, pageOf] = await Promise.all([
    findLinks(
      readConnection(strapi),
      publications.map(({ documentId }) => String(documentId)),
    ),
    pagesOf(strapi),
  ]);
  return publications.map((publication) =>
    completed(strapi, on, publication, pageOf, links.get(String(publication.documentId))),
  );
}

function completed(
  strapi: Core.Strapi,
  on: string,
  publication: Values,
  pageOf: (publication: Values) => PageOf,
  links: PublicLinks | undefined,
): Values {
  const linked = { ...publication, ...pageOf(publication), ...links };
  return findType(strapi, String(publication.type))?.manifest.presentDetail?.(linked, on) ?? linked;
}
