import type { Knex } from 'knex';
import { shanghaiInstant, todayInShanghai } from '../rules/dates';
import type { Transaction, Values } from '../types';
import { presentOn } from './present';

/** What remains public of a withdrawn document. */
export type Tombstone = {
  documentId: string;
  indexNo: string;
  title: string;
  owner: string;
  ownerName: string;
  reason: string;
  withdrawnAt: string;
  orderedBy: string | null;
  successor: string | null;
};

export type Found =
  | { state: 'live'; etag: string; publication: Values }
  | { state: 'withdrawn'; tombstone: Tombstone };

/** One publication by its documentId, as of a day: one row, one statement. Null when it never was public. */
export async function findPublication(
  knex: Knex,
  documentId: string,
  { trx, on = todayInShanghai() }: { trx?: Transaction | undefined; on?: string } = {},
): Promise<Found | null> {
  const query = knex('publications').where({ document_id: documentId }).first();
  const row = await (trx ? query.transacting(trx) : query);
  if (!row) return null;
  if (row.state === 'live') {
    return {
      state: 'live',
      etag: row.etag,
      publication: presentOn(on, row.summary, row.detail),
    };
  }
  return {
    state: 'withdrawn',
    tombstone: {
      documentId: row.document_id,
      indexNo: row.index_no,
      title: row.title,
      owner: row.owner,
      ownerName: row.owner_name,
      reason: row.withdrawal_reason,
      withdrawnAt: shanghaiInstant(row.withdrawn_at),
      orderedBy: row.withdrawn_by === row.owner ? null : row.withdrawn_by,
      successor: row.successor,
    },
  };
}
