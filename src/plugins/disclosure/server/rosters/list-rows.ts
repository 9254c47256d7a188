import type { Knex } from 'knex';
import { decodeCursor, encodeCursor, listKey } from '../read-model/cursor';
import { fromJson } from '../read-model/json';
import type { Values } from '../types';
import type { PublicColumn } from './column';
import type { PublicRoster } from './describe';
import { type RosterQuery, type RowQuery, toRowQuery } from './query';

/** A row as the public gets it: values by the key of their column. */
export type PublicRow = Record<string, string | number | null>;

export type RosterPage = {
  data: PublicRow[];
  meta: { columns: PublicColumn[]; rowCount: number; nextCursor: string | null; total?: number };
};

type Cells = (string | number | null)[];
/** `cells` as the driver gives it. */
type Row = { seq: number; cells: unknown };

function toPublicRow(columns: readonly PublicColumn[], row: Row): PublicRow {
  const cells = fromJson<Cells>(row.cells);
  return Object.fromEntries(columns.map(({ key }, index) => [key, cells[index] ?? null]));
}

/**
 * One page of a roster, in the order of its file or of a sortable column; one statement, and one more for
 * a total. A row's place is its seq: the rows of a roster never change.
 *
 * @throws DisclosureError INVALID_QUERY, INVALID_CURSOR
 */
export async function listRows(knex: Knex, roster: PublicRoster, asked: RosterQuery): Promise<RosterPage> {
  const { columns, rowCount, id } = roster;
  const query = toRowQuery(columns, asked);
  const { where, q, sort } = asked;
  const key = listKey({ id, where, q, sort });
  const after = query.cursor ? Number(decodeCursor(query.cursor, key).id) : null;
  const rows = await readPage(knex, id, query, after);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const more = rows.length > query.limit && last;
  return {
    data: page.map((row) => toPublicRow(columns, row)),
    meta: {
      columns,
      rowCount,
      nextCursor: more ? encodeCursor({ value: '', id: String(last.seq) }, key) : null,
      ...(query.count ? { total: await countRows(knex, roster, query) } : {}),
    },
  };
}

/** The rows that a query asks for, without order or page. */
function filterRows(knex: Knex, rosterId: string, { conditions, q }: RowQuery): Knex.QueryBuilder {
  const rows = knex('roster_rows').where('roster_id', rosterId);
  for (const condition of conditions) {
    const column = `k${condition.slot}`;
    if ('equals' in condition) {
      rows.where(column, condition.equals);
      const { exact } = condition;
      if (exact) rows.whereRaw('cells->>?::int = ?', [exact.index, exact.value]);
      continue;
    }
    // an empty cell lies in no range
    rows.where(column, '>', '');
    if (condition.from !== undefined) rows.where(column, '>=', condition.from);
    if (condition.to !== undefined) rows.where(column, '<=', condition.to);
  }
  if (q) rows.whereRaw('search_text ilike ?', [`%${q.replace(/[\\%_]/g, '\\$&')}%`]);
  return rows;
}

async function readPage(knex: Knex, rosterId: string, query: RowQuery, after: number | null): Promise<Row[]> {
  const rows = filterRows(knex, rosterId, query)
    .select('seq', 'cells')
    .limit(query.limit + 1);
  const { order } = query;
  if (!order) {
    rows.orderBy('seq');
    if (after !== null) rows.where('seq', '>', after);
    return (await rows) as Row[];
  }
  const column = `k${order.slot}`;
  const direction = order.descending ? 'desc' : 'asc';
  // says that the index of the slot, which has no nulls, holds them all
  rows.whereNotNull(column).orderBy([
    { column, order: direction },
    { column: 'seq', order: direction },
  ]);
  if (after !== null) {
    rows.whereRaw(
      `(??, seq) ${order.descending ? '<' : '>'} ((select ?? from roster_rows where roster_id = ? and seq = ?), ?)`,
      [column, column, rosterId, after, after],
    );
  }
  return (await rows) as Row[];
}

async function countRows(knex: Knex, { id, rowCount }: PublicRoster, query: RowQuery): Promise<number> {
  if (query.conditions.length === 0 && !query.q) return rowCount;
  const counted = await filterRows(knex, id, query).count('* as total').first();
  return Number((counted as Values | undefined)?.total);
}

/** Rows of one read of a whole roster. */
const CHUNK = 1000;

/** All rows of a roster in their order, a chunk at a time: memory does not grow with the rows. */
export async function* walkRows(knex: Knex, rosterId: string, chunk = CHUNK): AsyncGenerator<Cells> {
  let last = 0;
  for (;;) {
    const rows = (await knex('roster_rows')
      .where('roster_id', rosterId)
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(chunk)
      .select('seq', 'cells')) as Row[];
    for (const row of rows) yield fromJson<Cells>(row.cells);
    if (rows.length < chunk) return;
    last = rows.at(-1)?.seq ?? last;
  }
}
