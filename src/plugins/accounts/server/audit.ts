import type { Core } from '@strapi/strapi';
import { appendAuditEntry } from '../../disclosure/server/audit/append';
import { MEMBERSHIP } from '../../disclosure/server/demo/accounts';
import { DisclosureError } from '../../disclosure/server/errors';
import { resolveActor } from '../../disclosure/server/gate/actor';
import { recordRefusal } from '../../disclosure/server/gate/refusals';
import { inTransaction } from '../../disclosure/server/gate/transaction';
import type { Actor, Transaction } from '../../disclosure/server/types';

type Recorded = {
  /** `account-…` */
  verb: string;
  actor: Actor | null;
  /** whose account it is: the number of the membership, or `admin-…` */
  personId: string | null;
  reason?: string | null | undefined;
  details?: Record<string, unknown> | undefined;
};

/** Writes what was done to an account to the audit log, in the transaction that does it; never a secret. */
export const recordChange = (
  strapi: Core.Strapi,
  trx: Transaction,
  { verb, actor, personId, reason = null, details }: Recorded,
): Promise<void> =>
  appendAuditEntry(strapi, trx, {
    verb,
    outcome: 'done',
    actor,
    type: MEMBERSHIP,
    documentId: personId,
    owner: null,
    version: null,
    editionNo: null,
    reason,
    details: details ?? null,
  });

/** The same where nothing else is written. */
export const recordEvent = (strapi: Core.Strapi, event: Recorded): Promise<void> =>
  inTransaction(strapi, (trx) => recordChange(strapi, trx, event));

/** Writes to the audit log that somebody was refused, and why. */
export async function recordingRefusals<T>(
  strapi: Core.Strapi,
  { verb, personId }: { verb: string; personId?: string },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DisclosureError) {
      const refused = { verb, type: { uid: MEMBERSHIP }, documentId: personId, input: {} };
      await recordRefusal(strapi, refused, await resolveActor(strapi), null, error);
    }
    throw error;
  }
}
