import type { Core } from '@strapi/strapi';
import { readConnection } from '../replica/read-connection';
import type { Values } from '../types';
import { fromJson } from './json';

/** A live publication as a domain's own read needs it. */
export type LivePublication = {
  documentId: string;
  catalogueItem: string | null;
  owner: string;
  ownerName: string;
  title: string;
  url: string;
  formedOn: string | null;
  publishedAt: string;
  firstPublishedAt: Date;
  dueOn: string | null;
  /** the fields that only its type has */
  attributes: Values;
};

/** No type of a district comes near it; it bounds the cost of the answer. */
const MOST = 5000;

type Row = {
  summary: unknown;
  attributes: unknown;
  first_published_at: Date;
  due_on: string | null;
};

/**
 * What is live of one type, oldest first: for reads that lay a domain's publications side by side. Goes by
 * the index over kinds, so the kind is that of the type.
 *
 * @param where further columns that must be equal
 */
export async function liveOf(
  strapi: Core.Strapi,
  { kind, uid }: { kind: string; uid: string },
  where: Record<string, string> = {},
): Promise<LivePublication[]> {
  const knex = readConnection(strapi);
  const rows = (await knex('publications')
    .where({ kind, type: uid, state: 'live', ...where })
    .orderBy([{ column: 'published_at' }, { column: 'document_id' }])
    .limit(MOST)
    .select('summary', 'first_published_at')
    .select(knex.raw("due_on::text, detail->'attributes' as attributes"))) as Row[];
  return rows.map(({ summary, attributes, first_published_at, due_on }) => ({
    ...fromJson<
      Pick<
        LivePublication,
        'documentId' | 'catalogueItem' | 'owner' | 'ownerName' | 'title' | 'url' | 'formedOn' | 'publishedAt'
      >
    >(summary),
    firstPublishedAt: first_published_at,
    dueOn: due_on,
    attributes: attributes === null ? {} : fromJson<Values>(attributes),
  }));
}
