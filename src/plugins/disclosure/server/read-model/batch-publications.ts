import type { Knex } from 'knex';
import { MEMBERS_SQL } from '../catalogue/lineage';
import type { Values } from '../types';
import { present } from './present';

/** What many publications can be asked for by at once. */
export const BATCH_KEYS = {
  domain: 'domain',
  catalogueItem: 'catalogue_item',
  department: 'owner',
  subject: 'subject_id',
} as const;
export type BatchKey = keyof typeof BATCH_KEYS;

/** Live publications with their details, by documentId: one statement for all of them. */
export async function findPublications(
  knex: Knex,
  documentIds: readonly string[],
): Promise<Map<string, Values>> {
  const rows = (await knex('publications')
    .where('state', 'live')
    .whereIn('document_id', [...documentIds])
    .select('document_id', 'summary', 'detail')) as {
    document_id: string;
    summary: unknown;
    detail: unknown;
  }[];
  return new Map(rows.map((row) => [row.document_id, present(row.summary, row.detail)]));
}

/**
 * The newest live publications of many domains, rows, departments or subjects: one statement that walks
 * the index of each key as far as `limit`.
 */
export async function findLatest(
  knex: Knex,
  by: BatchKey,
  keys: readonly string[],
  limit: number,
): Promise<Map<string, Values[]>> {
  // a row's are also those of the rows that were merged into it
  const wanted = by === 'catalogueItem' ? MEMBERS_SQL : 'select key, key from unnest(?::text[]) as key';
  const { rows } = await knex.raw(
    `select key, latest.summary
       from (${wanted}) as wanted(key, member)
       cross join lateral (
         select summary, published_at, document_id from publications
          where state = 'live' and ?? = member
          order by published_at desc, document_id desc limit ?
       ) as latest
      order by latest.published_at desc, latest.document_id desc`,
    [...(by === 'catalogueItem' ? [[...keys], [...keys]] : [[...keys]]), BATCH_KEYS[by], limit],
  );
  const found = new Map<string, Values[]>();
  for (const row of rows as { key: string; summary: unknown }[]) {
    const list = found.get(row.key) ?? [];
    if (list.length < limit) found.set(row.key, [...list, present(row.summary)]);
  }
  return found;
}
