import type { Transaction } from '../../../disclosure/server/types';

/** An entry behind a target's position: not taken, or behind one that was not taken. */
export type Waiting = {
  seq: number;
  documentId: string;
  attempts: number;
  firstFailedAt: Date | null;
  nextTryAt: Date;
};

/** Entries that wait at a target, at most: beyond, the log waits for it. */
export const MOST_WAITING = 200;

/** Of each document the first entry that waits; whatever follows it waits for it. */
export async function firstOfEach(trx: Transaction, targetId: string): Promise<Waiting[]> {
  const { rows } = (await trx.raw(
    `select distinct on (document_id) seq::float8 as seq, document_id as "documentId", attempts,
            first_failed_at as "firstFailedAt", next_try_at as "nextTryAt"
       from webhook_waiting where target_id = ? order by document_id, seq`,
    [targetId],
  )) as { rows: Waiting[] };
  return rows.sort((a, b) => a.seq - b.seq);
}

export async function countWaiting(trx: Transaction, targetId: string): Promise<number> {
  const { rows } = await trx.raw('select count(*)::int as n from webhook_waiting where target_id = ?', [
    targetId,
  ]);
  return rows[0].n;
}

export const putBehind = (
  trx: Transaction,
  targetId: string,
  { seq, documentId }: Pick<Waiting, 'seq' | 'documentId'>,
) =>
  trx.raw(
    'insert into webhook_waiting (target_id, seq, document_id) values (?, ?, ?) on conflict do nothing',
    [targetId, seq, documentId],
  );

/** Puts an entry that was not taken off. */
export const putOff = (
  trx: Transaction,
  targetId: string,
  { seq, documentId, attempts, firstFailedAt, nextTryAt }: Waiting,
) =>
  trx.raw(
    `insert into webhook_waiting (target_id, seq, document_id, attempts, first_failed_at, next_try_at)
     values (?, ?, ?, ?, ?, ?)
     on conflict (target_id, seq) do update
       set attempts = excluded.attempts, first_failed_at = excluded.first_failed_at, next_try_at = excluded.next_try_at`,
    [targetId, seq, documentId, attempts, firstFailedAt, nextTryAt],
  );

export const release = (trx: Transaction, targetId: string, seq: number) =>
  trx('webhook_waiting').where({ target_id: targetId, seq }).delete();
