import type { Knex } from 'knex';
import { membersOf } from '../catalogue/lineage';
import { todayInShanghai } from '../rules/dates';
import type { Values } from '../types';
import { decodeCursor, encodeCursor, listKey, type Position } from './cursor';
import { presentOn } from './present';
import type { PublicationQuery } from './query-schema';
import { filterValidity } from './validity-filter';

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

/** What narrows a list. */
export type PublicationFilters = Omit<PublicationQuery, 'limit' | 'cursor' | 'count' | 'sort'>;

/** The live publications that a query asks for, without order or page. */
export const filterPublications = (knex: Knex, query: PublicationFilters): Knex.QueryBuilder =>
  narrow(knex('publications').where('state', 'live'), query);

/** Narrows rows of publications to those that a query asks for. */
export function narrow(rows: Knex.QueryBuilder, query: PublicationFilters): Knex.QueryBuilder {
  for (const [name, column] of Object.entries(FILTERS)) {
    const value = query[name as keyof typeof FILTERS];
    if (value !== undefined) rows.where(column, value);
  }
  if (query.validity) filterValidity(rows, query.validity, dayOf(query));
  if (query.column) rows.whereRaw('columns @> array[?]::text[]', [query.column]);
  // days are days of Asia/Shanghai, both ends included
  if (query.from)
    rows.whereRaw("published_at >= ?::date::timestamp at time zone 'Asia/Shanghai'", [query.from]);
  if (query.to) {
    rows.whereRaw("published_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'", [query.to]);
  }
  return rows;
}

/** The day of which the validity is asked for. */
const dayOf = ({ on }: PublicationFilters): string => on ?? todayInShanghai();

export type PublicationPage = { data: Values[]; meta: { nextCursor: string | null; total?: number } };

/**
 * One page of live publications: one statement on the read model, and one each for a total, for the
 * undated end, and for the rows that were merged into the one asked for.
 */
export async function listPublications(knex: Knex, asked: PublicationQuery): Promise<PublicationPage> {
  const { cursor, limit, count, ...list } = asked;
  const key = listKey(list);
  const rows = asked.catalogueItem ? await membersOf(knex, asked.catalogueItem) : [];
  const query = { ...asked, rows };
  const { data, next } = await readPage(knex, query, key, cursor);
  const nextCursor = next ? encodeCursor(next, key) : null;
  if (!count) return { data, meta: { nextCursor } };
  const totals = await Promise.all(
    eachRow(query).map((part) => filterPublications(knex, part).count('* as total').first()),
  );
  const total = totals.reduce((sum, found) => sum + Number((found as { total: string }).total), 0);
  return { data, meta: { nextCursor, total } };
}

/** `rows`: the catalogue row that is asked for, and those merged into it. */
type Query = PublicationQuery & { rows: readonly string[] };

/** The query for each of its rows: each walks the index of the rows in the order of the list. */
const eachRow = (query: Query): Query[] =>
  query.rows.length > 1 ? query.rows.map((catalogueItem) => ({ ...query, catalogueItem })) : [query];

type Row = { document_id: string; summary: unknown; position: string | null };

/** Position of the publications that lack the date of the order: they come last. */
const UNDATED = '';

async function readPage(knex: Knex, query: Query, key: string, cursor: string | undefined) {
  const after = cursor ? decodeCursor(cursor, key) : null;
  const wanted = query.limit + 1;
  const dated = after?.value === UNDATED ? [] : await readDated(knex, query, after, wanted);
  const missing = SORTS[query.sort].type === 'date' ? wanted - dated.length : 0;
  const found = missing > 0 ? [...dated, ...(await readUndated(knex, query, after, missing))] : dated;
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const more = found.length > query.limit && last;
  return {
    data: page.map((row) => presentOn(dayOf(query), row.summary)),
    next: more ? { value: last.position ?? UNDATED, id: last.document_id } : null,
  };
}

async function readDated(knex: Knex, query: Query, after: Position | null, limit: number): Promise<Row[]> {
  const { column, descending, type } = SORTS[query.sort];
  const order = descending ? '?? desc, document_id desc' : '?? asc, document_id asc';
  const part = (one: Query) => {
    const rows = filterPublications(knex, one)
      .select('document_id', 'summary', column, knex.raw('??::text as position', [column]))
      .orderByRaw(order, [column])
      .limit(limit);
    if (type === 'date') rows.whereNotNull(column);
    if (after) {
      rows.whereRaw(`(??, document_id) ${descending ? '<' : '>'} (?::text::${type}, ?)`, [
        column,
        after.value,
        after.id,
      ]);
    }
    return rows;
  };
  return (await joined(knex, query, part, limit).orderByRaw(order, [column])) as Row[];
}

/** One list of the lists of all rows asked for; what each gives is already as short as the page. */
function joined(
  knex: Knex,
  query: Query,
  part: (one: Query) => Knex.QueryBuilder,
  limit: number,
): Knex.QueryBuilder {
  const parts = eachRow(query).map(part);
  const [only] = parts;
  if (only && parts.length === 1) return only.clone().clearOrder();
  return knex.from(knex.unionAll(parts, true).as('of_rows')).select('*').limit(limit);
}

/** The end of a list by a date that some lack; without it the order would hide them. */
async function readUndated(knex: Knex, query: Query, after: Position | null, limit: number): Promise<Row[]> {
  const { column } = SORTS[query.sort];
  const part = (one: Query) => {
    const rows = filterPublications(knex, one)
      .select('document_id', 'summary', knex.raw('null as position'))
      .whereNull(column)
      .orderBy('document_id', 'desc')
      .limit(limit);
    return after?.value === UNDATED ? rows.where('document_id', '<', after.id) : rows;
  };
  return (await joined(knex, query, part, limit).orderBy('document_id', 'desc')) as Row[];
}
