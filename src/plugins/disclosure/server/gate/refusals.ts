import type { Core } from '@strapi/strapi';
import { appendAuditEntry } from '../audit/append';
import type { DisclosureError } from '../errors';
import type { Actor, Subject, Transaction } from '../types';
import type { Command } from './execute';

type Refused = Pick<Command, 'input'> & {
  verb: string;
  type: { uid: string };
  documentId?: string | undefined;
};

/** Strapi's documentIds have 24 characters; a longer text is nobody's, and too long for the index. */
const MAX_DOCUMENT_ID = 64;

const recorded = new WeakSet<DisclosureError>();

/** Whether the audit log has (or will have) this refusal. */
export const isRecorded = (error: DisclosureError): boolean => recorded.has(error);

/**
 * Writes a refusal to the audit log. The refused transaction is already undone; where it was part of
 * a larger one of the caller, the entry follows when that one has ended, because the larger one may
 * hold the lock on the end of the chain.
 */
export async function recordRefusal(
  strapi: Core.Strapi,
  command: Refused,
  actor: Actor | null,
  subject: Subject | null,
  error: DisclosureError,
): Promise<void> {
  recorded.add(error);
  const write = () =>
    strapi.db.transaction(({ trx }) =>
      appendAuditEntry(strapi, trx as unknown as Transaction, {
        verb: command.verb,
        outcome: 'refused',
        code: error.code,
        actor,
        type: command.type.uid,
        // what was refused for a NUL or its length is kept without it
        documentId: command.documentId?.replaceAll('\0', '').slice(0, MAX_DOCUMENT_ID) ?? null,
        owner: subject?.owner ?? null,
        version: subject?.version ?? null,
        editionNo: null,
        reason: command.input.reason ?? command.input.comment ?? null,
        details: { message: error.message },
      }),
    );
  if (!strapi.db.inTransaction()) {
    await write();
    return;
  }
  let due = true;
  const later = () => {
    // Strapi hands these callbacks on to the transaction of the entry itself
    if (!due) return;
    due = false;
    setImmediate(() => write().catch((failure: unknown) => strapi.log.error(failure)));
  };
  await strapi.db.transaction(async ({ onCommit, onRollback }) => {
    onCommit(later);
    onRollback(later);
  });
}
