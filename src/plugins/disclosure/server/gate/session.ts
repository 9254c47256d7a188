import { isOfficeOrder } from '../rules/ownership';
import type { Member, Subject, Transaction, VerbName } from '../types';

/** Verb names that the triggers of the last line know. */
const sessionVerb = (verb: VerbName, actor: Member, subject: Subject): string =>
  verb === 'withdraw' && isOfficeOrder(actor, subject) ? 'ordered-withdrawal' : verb;

/**
 * Tells the database, until the end of the transaction, for which department it works:
 * the triggers refuse what that department does not own.
 */
export async function openSession(
  trx: Transaction,
  actor: Member,
  verb: VerbName,
  subject: Subject,
): Promise<void> {
  await trx.raw("select set_config('app.actor_dept', ?, true), set_config('app.verb', ?, true)", [
    actor.department,
    sessionVerb(verb, actor, subject),
  ]);
}

/** One writer at a time for a document, whichever rows it has; released at the end of the transaction. */
export async function lockDocument(trx: Transaction, documentId: string): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [documentId]);
}
