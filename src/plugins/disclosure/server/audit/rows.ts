import { fromJson } from '../read-model/json';
import type { AuditContent, ChainedEntry } from './chain';

/** A row of audit_entries as the driver gives it. */
export type AuditRow = {
  seq: string | number;
  at: Date;
  verb: string;
  outcome: AuditContent['outcome'];
  code: string | null;
  actor: unknown;
  type: string | null;
  document_id: string | null;
  owner: string | null;
  version: number | null;
  edition_no: number | null;
  reason: string | null;
  details: unknown;
  previous_hash: string;
  hash: string;
};

export const toEntry = (row: AuditRow): ChainedEntry => ({
  seq: Number(row.seq),
  at: row.at.toISOString(),
  verb: row.verb,
  outcome: row.outcome,
  code: row.code,
  actor: fromJson(row.actor),
  type: row.type,
  documentId: row.document_id,
  owner: row.owner,
  version: row.version,
  editionNo: row.edition_no,
  reason: row.reason,
  details: fromJson(row.details),
  previousHash: row.previous_hash,
  hash: row.hash,
});
