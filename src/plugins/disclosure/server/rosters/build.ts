import { createHash, randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '../gate/transaction';
import type { Transaction } from '../types';
import type { RosterColumn } from './column';
import type { RosterRow } from './read-rows';

/** For whom and for what a roster is built. */
export type RosterOrigin = { type: string; documentId: string; owner: string; createdBy: string };

/** A roster as documents refer to it. */
export type Roster = { id: string; columns: RosterColumn[]; rowCount: number; sha256: string };

/** Rows a statement: the event loop of other requests waits for no more than these. */
const BATCH = 500;

const INSERT = `
  insert into roster_rows (roster_id, seq, cells, search_text, k1, k2, k3, k4, k5, k6, k7, k8)
  select ?::uuid, r.seq, r.cells, r.search_text, r.k1, r.k2, r.k3, r.k4, r.k5, r.k6, r.k7, r.k8
    from json_to_recordset(?::json) as r(seq int, cells jsonb, search_text text, k1 text, k2 text, k3 text,
                                         k4 text, k5 text, k6 text, k7 text, k8 text)`;

/**
 * Builds a roster and seals it in one transaction: an error in the rows, or the end of the process, leaves
 * nothing of it. Memory does not grow with the rows.
 *
 * @param rows masked; the first error that reading them throws ends the building
 */
export function buildRoster(
  strapi: Core.Strapi,
  origin: RosterOrigin,
  columns: RosterColumn[],
  rows: AsyncIterable<RosterRow>,
): Promise<Roster> {
  return inTransaction(strapi, async (trx) => {
    const id = randomUUID();
    await trx.raw("select set_config('app.actor_dept', ?, true)", [origin.owner]);
    await trx('rosters').insert({
      id,
      type: origin.type,
      document_id: origin.documentId,
      owner: origin.owner,
      created_by: origin.createdBy,
      columns: JSON.stringify(columns),
    });
    const { rowCount, sha256 } = await insertRows(trx, id, columns, rows);
    await trx('rosters').where({ id }).update({ row_count: rowCount, sha256, state: 'sealed' });
    return { id, columns, rowCount, sha256 };
  });
}

async function insertRows(
  trx: Transaction,
  id: string,
  columns: RosterColumn[],
  rows: AsyncIterable<RosterRow>,
): Promise<{ rowCount: number; sha256: string }> {
  const hash = createHash('sha256').update(`${JSON.stringify(columns)}\n`);
  let batch: Record<string, unknown>[] = [];
  let rowCount = 0;
  const flush = async () => {
    if (batch.length > 0) await trx.raw(INSERT, [id, JSON.stringify(batch)]);
    batch = [];
  };
  for await (const { cells, sortKeys, searchText } of rows) {
    rowCount += 1;
    hash.update(`${JSON.stringify(cells)}\n`);
    batch.push({ seq: rowCount, cells, search_text: searchText, ...slotValues(sortKeys) });
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return { rowCount, sha256: hash.digest('hex') };
}

const slotValues = (sortKeys: Record<number, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(sortKeys).map(([slot, key]) => [`k${slot}`, key]));
