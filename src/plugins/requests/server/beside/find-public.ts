import type { Core } from '@strapi/strapi';
import { present } from '../../../disclosure/server/read-model/present';
import { searchQuerySchema } from '../../../disclosure/server/read-model/query-schema';
import { searchOf } from '../../../disclosure/server/search/port';
import { pageAddress, siteOf } from '../../../disclosure/server/site/addresses';
import type { Values } from '../../../disclosure/server/types';
import type { PublicFound } from '../../shared/beside';
import type { Wanted } from '../application/schema';
import { questionsOf } from './questions';

const SHOWN = 8;

/** What is public already and may answer a request; asked beside the person's back, and kept in no log. */
export async function findPublic(strapi: Core.Strapi, wanted: Wanted): Promise<PublicFound[]> {
  const found = new Map<string, PublicFound>();
  for (const q of questionsOf(wanted)) {
    const query = searchQuerySchema.parse({ q, limit: String(SHOWN) });
    const { data } = await searchOf(strapi).search(query);
    for (const hit of data) {
      const one = told(strapi, hit);
      if (!found.has(one.documentId)) found.set(one.documentId, one);
    }
  }
  return [...found.values()].slice(0, SHOWN);
}

/** Publications by their ids, in the order in which they are named; what was withdrawn is told as such. */
export async function publicationsNamed(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<(PublicFound & { isLive: boolean })[]> {
  if (documentIds.length === 0) return [];
  const rows = (await strapi.db
    .connection('publications')
    .whereIn('document_id', [...documentIds])
    .select('document_id', 'state', 'summary', 'title')) as {
    document_id: string;
    state: string;
    summary: unknown;
    title: string | null;
  }[];
  const byId = new Map(rows.map((row) => [row.document_id, row]));
  return documentIds.map((documentId) => {
    const row = byId.get(documentId);
    if (row?.state === 'live') return { ...told(strapi, present(row.summary)), isLive: true };
    const gone = { docNo: null, departmentName: '', publishedOn: '', address: '' };
    return { documentId, title: row?.title ?? '（已不公开）', ...gone, isLive: false };
  });
}

/** What an answer names and nobody can read any more, each as a sentence that says what to do. */
export const withdrawnIn = async (strapi: Core.Strapi, documentIds: readonly string[]): Promise<string[]> =>
  (await publicationsNamed(strapi, documentIds))
    .filter(({ isLive }) => !isLive)
    .map(({ title }) => `答复指向的《${title}》已不公开，请重新选择或者改写答复`);

function told(strapi: Core.Strapi, publication: Values): PublicFound {
  const { documentId, title, docNo, ownerName, publishedAt } = publication;
  return {
    documentId: String(documentId),
    title: String(title),
    docNo: docNo ? String(docNo) : null,
    departmentName: String(ownerName),
    publishedOn: String(publishedAt).slice(0, 10),
    address: pageAddress(siteOf(strapi), publication),
  };
}
