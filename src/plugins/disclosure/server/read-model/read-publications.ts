import type { Core } from '@strapi/strapi';
import { canonicalJson, sha256 } from '../audit/chain';
import { findType } from '../domain/registry';
import { findLinks } from '../links/find-links';
import { readConnection } from '../replica/read-connection';
import { todayInShanghai } from '../rules/dates';
import { pagesOf } from '../site/page-of';
import type { Values } from '../types';
import { type Found, findPublication } from './find-publication';

/**
 * A publication as the public reads it on a day: with the documents around it and what its type only knows when
 * it is read. Its etag follows from all of that, so that a new link or a day that passes is not taken for the
 * answer of before.
 */
export async function readPublication(
  strapi: Core.Strapi,
  documentId: string,
  on: string = todayInShanghai(),
): Promise<Found | null> {
  const found = await findPublication(readConnection(strapi), documentId, { on });
  if (found?.state !== 'live') return found;
  const { publication, etag } = found;
  const [complete = publication] = await completePublications(strapi, [publication], on);
  const { validity } = complete;
  const around = Object.fromEntries(
    Object.entries(complete).filter(([name]) => publication[name] !== complete[name]),
  );
  const seen = sha256(canonicalJson({ etag, validity, around } as never)).slice(0, 32);
  return { state: 'live', etag: seen, publication: complete };
}

/** Publications with the documents around them and what their pages need: two statements for all. */
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
  return publications.map((publication) => {
    const linked = {
      ...publication,
      ...pageOf(publication),
      ...links.get(String(publication.documentId)),
    };
    return findType(strapi, String(publication.type))?.manifest.presentDetail?.(linked, on) ?? linked;
  });
}
