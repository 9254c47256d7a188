import { createHash } from 'node:crypto';

/** Everything of an entry that its hash stands for. */
export type AuditContent = {
  seq: number;
  at: string;
  verb: string;
  outcome: 'done' | 'refused';
  code: string | null;
  actor: unknown;
  type: string | null;
  documentId: string | null;
  owner: string | null;
  version: number | null;
  editionNo: number | null;
  reason: string | null;
  details: unknown;
};
export type ChainedEntry = AuditContent & { previousHash: string; hash: string };

/** The hash before the first entry. */
export const GENESIS_HASH = '0'.repeat(64);

/** JSON with sorted keys: the same text before and after a journey through jsonb. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 over the hash of the entry before and this entry's content (等保 audit: 防篡改). */
export const hashEntry = (content: AuditContent, previousHash: string): string =>
  sha256(`${previousHash}\n${canonicalJson(content)}`);

export type ChainFault = { seq: number; fault: 'changed' | 'missing' | 'reordered' };

/**
 * Checks one more entry of the chain.
 *
 * @returns what is wrong at this entry, or null
 */
export function checkEntry(entry: ChainedEntry, previous: { seq: number; hash: string }): ChainFault | null {
  const { previousHash, hash, ...content } = entry;
  if (entry.seq !== previous.seq + 1) return { seq: previous.seq + 1, fault: 'missing' };
  if (previousHash !== previous.hash) return { seq: entry.seq, fault: 'reordered' };
  return hashEntry(content, previousHash) === hash ? null : { seq: entry.seq, fault: 'changed' };
}
