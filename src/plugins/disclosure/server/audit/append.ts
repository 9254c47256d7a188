import type { Core } from '@strapi/strapi';
import type { ErrorCode } from '../errors';
import { redact } from '../privacy/redact';
import type { Actor, Transaction } from '../types';
import { type AuditContent, hashEntry } from './chain';

export type AuditEntry = Omit<AuditContent, 'seq' | 'at' | 'code' | 'actor'> & {
  code?: ErrorCode | null;
  actor: Actor | null;
};

const json = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));

/**
 * Appends an entry to the hash chain, in the caller's transaction: no change without its entry, no
 * entry without its change. Numbers of a person are masked in it. The lock on the head puts concurrent writers in order.
 */
export async function appendAuditEntry(
  strapi: Core.Strapi,
  trx: Transaction,
  entry: AuditEntry,
): Promise<void> {
  const knex = strapi.db.connection;
  const head = await knex('audit_head').transacting(trx).forUpdate().first('seq', 'hash');
  const content: AuditContent = {
    ...entry,
    seq: Number(head.seq) + 1,
    at: new Date().toISOString(),
    code: entry.code ?? null,
    actor: entry.actor,
    reason: redact(entry.reason),
    details: redact(entry.details),
  };
  const hash = hashEntry(content, head.hash);
  await knex('audit_entries')
    .transacting(trx)
    .with('head', knex('audit_head').update({ seq: content.seq, hash }).returning('seq'))
    .insert({
      seq: content.seq,
      at: content.at,
      verb: content.verb,
      outcome: content.outcome,
      code: content.code,
      actor: json(content.actor),
      type: content.type,
      document_id: content.documentId,
      owner: content.owner,
      version: content.version,
      edition_no: content.editionNo,
      reason: content.reason,
      details: json(content.details),
      previous_hash: head.hash,
      hash,
    });
}
