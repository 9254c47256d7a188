import type { Knex } from 'knex';
import { todayInShanghai } from '../rules/dates';
import type { Values } from '../types';
import { decodeCursor, encodeCursor, listKey, type Position } from './cursor';
import { EXPIRED, present } from './present';
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
  if (query.validity) filterValidity(rows, query.validity, todayInShanghai());
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

/** What has passed its last day is expired, whatever was entered. */
function filterValidity(rows: Knex.QueryBuilder, validity: string, today: string): void {
  if (validity === EXPIRED) {
    rows.where((either) => either.where('validity', EXPIRED).orWhere('valid_until', '<', today));
    return;
  }
  rows.where('validity', validity);
  rows.where((either) => either.whereNull('valid_until').orWhere('valid_until', '>=', today));
}

export type PublicationPage = { data: Values[]; meta: { nextCursor: string | null; total?: number } };

/** One page of live publications: one statement on the read model, and one each for a total and for the undated end. */
export async function listPublications(knex: Knex, query: PublicationQuery): Promise<PublicationPage> {
  const { cursor, limit, count, ...list } = query;
  const key = listKey(list);
  const { data, next } = await readPage(knex, query, key, cursor);
  const nextCursor = next ? encodeCursor(next, key) : null;
  if (!count) return { data, meta: { nextCursor } };
  const total = await filterPublications(knex, query).count('* as total').first();
  return { data, meta: { nextCursor, total: Number((total as { total: string }).total) } };
}

type Row = { document_id: string; summary: unknown; position: string | null };

/** Position of the publications that lack the date of the order: they come last. */
const UNDATED = '';

async function readPage(knex: Knex, query: PublicationQuery, key: string, cursor: string | undefined) {
  const after = cursor ? decodeCursor(cursor, key) : null;
  const wanted = query.limit + 1;
  const dated = after?.value === UNDATED ? [] : await readDated(knex, query, after, wanted);
  const missing = SORTS[query.sort].type === 'date' ? wanted - dated.length : 0;
  const found = missing > 0 ? [...dated, ...(await readUndated(knex, query, after, missing))] : dated;
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const more = found.length > query.limit && last;
  return {
    data: page.map((row) => present(row.summary)),
    next: more ? { value: last.position ?? UNDATED, id: last.document_id } : null,
  };
}

async function readDated(
  knex: Knex,
  query: PublicationQuery,
  after: Position | null,
  limit: number,
): Promise<Row[]> {
  const { column, descending, type } = SORTS[query.sort];
  const rows = filterPublications(knex, query)
    .select('document_id', 'summary', knex.raw('??::text as position', [column]))
    .orderByRaw(descending ? '?? desc, document_id desc' : '?? asc, document_id asc', [column])
    .limit(limit);
  if (type === 'date') rows.whereNotNull(column);
  if (after) {
    rows.whereRaw(`(??, document_id) ${descending ? '<' : '>'} (?::text::${type}, ?)`, [
      column,
      after.value,
      after.id,
    ]);
  }
  return (await rows) as Row[];
}

/** The end of a list by a date that some lack; without it the order would hide them. */
async function readUndated(
  knex: Knex,
  query: PublicationQuery,
  after: Position | null,
  limit: number,
): Promise<Row[]> {
  const { column } = SORTS[query.sort];
  const rows = filterPublications(knex, query)
    .select('document_id', 'summary', knex.raw('null as position'))
    .whereNull(column)
    .orderBy('document_id', 'desc')
    .limit(limit);
  if (after?.value === UNDATED) rows.where('document_id', '<', after.id);
  return (await rows) as Row[];
}
