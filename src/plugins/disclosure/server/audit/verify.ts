import type { Knex } from 'knex';
import { type ChainFault, checkEntry, GENESIS_HASH } from './chain';
import { type AuditRow, toEntry } from './rows';

const BATCH = 1000;

export type ChainReport = { entries: number; fault: ChainFault | null };

/**
 * Walks the whole audit chain in batches (flat memory) and names the first broken entry: one that was
 * changed, deleted (also at the end: the head remembers the last one) or moved.
 */
export async function verifyAuditChain(knex: Knex): Promise<ChainReport> {
  const head = (await knex('audit_head').first('seq', 'hash')) as { seq: string; hash: string };
  const headSeq = Number(head.seq);
  let previous = { seq: 0, hash: GENESIS_HASH };
  while (true) {
    const rows = (await knex('audit_entries')
      .where('seq', '>', previous.seq)
      .andWhere('seq', '<=', headSeq)
      .orderBy('seq')
      .limit(BATCH)) as AuditRow[];
    for (const row of rows) {
      const entry = toEntry(row);
      const fault = checkEntry(entry, previous);
      if (fault) return { entries: previous.seq, fault };
      previous = { seq: entry.seq, hash: entry.hash };
    }
    if (rows.length < BATCH) break;
  }
  if (previous.seq !== headSeq)
    return { entries: previous.seq, fault: { seq: previous.seq + 1, fault: 'missing' } };
  if (previous.hash !== head.hash)
    return { entries: previous.seq, fault: { seq: headSeq, fault: 'changed' } };
  return { entries: previous.seq, fault: null };
}
