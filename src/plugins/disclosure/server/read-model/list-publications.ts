import type { Knex } from 'knex';
import type { Values } from '../types';
import { decodeCursor, encodeCursor, listKey } from './cursor';
import { fromJson } from './json';
import type { PublicationQuery } from './query-schema';

type Column = { column: string; descending: boolean; type: 'timestamptz' | 'date' };

/** The orders of a list; each walks an index. */
const SORTS: Record<PublicationQuery['sort'], Column> = {
  newest: { column: 'published_at', descending: true, type: 'timestamptz' },
  oldest: { column: 'published_at', descending: false, type: 'timestamptz' },
  formed: { column: 'formed_on', descending: true, type: 'date' },
};

/** Scalar filters: parameter → column. */
const FILTERS = {
  domain: 'domain',
  catalogueItem: 'catalogue_item',
  department: 'owner',
  kind: 'kind',
  theme: 'theme',
  genre: 'genre',
  validity: 'validity',
  indexNo: 'index_no',
  docNo: 'doc_no',
  subject: 'subject_id',
  type: 'type',
} as const satisfies Partial<Record<keyof PublicationQuery, string>>;

/** The live publications that a query asks for, without order or page. */
export function filterPublications(knex: Knex, query: PublicationQuery): Knex.QueryBuilder {
  const rows = knex('publications').where('state', 'live');
  for (const [name, column] of Object.entries(FILTERS)) {
    const value = query[name as keyof typeof FILTERS];
    if (value !== undefined) rows.where(column, value);
  }
  if (query.column) rows.whereRaw('columns @> array[?]::text[]', [query.column]);
  // days are days of Asia/Shanghai, both ends included
  if (query.from)
    rows.whereRaw("published_at >= ?::date::timestamp at time zone 'Asia/Shanghai'", [query.from]);
  if (query.to) {
    rows.whereRaw("published_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'", [query.to]);
  }
  if (query.q) rows.whereRaw('search_text ilike ?', [`%${query.q.replace(/[\\%_]/g, '\\$&')}%`]);
  return rows;
}

export type PublicationPage = { data: Values[]; meta: { nextCursor: string | null; total?: number } };

/** One page of live publications: one statement on the read model (two where a total is asked for). */
export async function listPublications(knex: Knex, query: PublicationQuery): Promise<PublicationPage> {
  const { cursor, limit, count, ...list } = query;
  const key = listKey(list);
  const { data, next } = await readPage(knex, query, key, cursor);
  const nextCursor = next ? encodeCursor(next, key) : null;
  if (!count) return { data, meta: { nextCursor } };
  const total = await filterPublications(knex, query).count('* as total').first();
  return { data, meta: { nextCursor, total: Number((total as { total: string }).total) } };
}

async function readPage(knex: Knex, query: PublicationQuery, key: string, cursor: string | undefined) {
  const { column, descending, type } = SORTS[query.sort];
  const rows = filterPublications(knex, query)
    .select('document_id', 'summary', knex.raw('??::text as position', [column]))
    .orderByRaw(descending ? '?? desc, document_id desc' : '?? asc, document_id asc', [column])
    .limit(query.limit + 1);
  // a row without the date has no place in an order by it
  if (type === 'date') rows.whereNotNull(column);
  if (cursor) {
    const after = decodeCursor(cursor, key);
    rows.whereRaw(`(??, document_id) ${descending ? '<' : '>'} (?::text::${type}, ?)`, [
      column,
      after.value,
      after.id,
    ]);
  }
  const found = (await rows) as { document_id: string; summary: unknown; position: string }[];
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const more = found.length > query.limit && last;
  return {
    data: page.map((row) => fromJson<Values>(row.summary)),
    next: more ? { value: last.position, id: last.document_id } : null,
  };
}
