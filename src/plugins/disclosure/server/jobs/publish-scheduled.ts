import type { Core } from '@strapi/strapi';
import { requireType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { perform } from '../gate/perform';
import { lockDocument } from '../gate/session';
import { runAs } from '../gate/storage';
import { inTransaction } from '../gate/transaction';
import { loadWorkingCopy } from '../gate/working-copy';
import { type DueSchedule, keepFailure, listDue, stillDue } from '../schedule/schedules';
import type { DocumentUid, Transaction, VerbInput } from '../types';
import { standingOrder } from './standing-order';

/** Documents that one look takes on; the rest follow at once. */
const AT_ONCE = 200;

export type Published = {
  published: number;
  refused: number;
  /** could not be tried to the end (the database was away): to be tried again soon */
  unsettled: number;
};

/**
 * Publishes everything whose time has come, each in a transaction of its own through the gate, in the
 * owner's name. Whoever holds the document looks again whether it is still due: so it happens once,
 * however many instances look. What the gate refuses goes back to 待发布 with the reason.
 */
export async function publishDue(strapi: Core.Strapi, now = new Date()): Promise<Published> {
  const done: Published = { published: 0, refused: 0, unsettled: 0 };
  for (const due of await listDue(strapi.db.connection, now, AT_ONCE)) {
    try {
      if (await settle(strapi, due, now, 'publish', {})) done.published += 1;
    } catch (error) {
      if (!(error instanceof DisclosureError)) {
        strapi.log.error(error);
        done.unsettled += 1;
      } else if (await giveBack(strapi, due, now, error.message)) done.refused += 1;
    }
  }
  return done;
}

async function giveBack(strapi: Core.Strapi, due: DueSchedule, now: Date, failure: string): Promise<boolean> {
  try {
    const reason = `到时未能发布：${failure}`.slice(0, 2000);
    return await settle(strapi, due, now, 'unschedule', { reason }, failure);
  } catch (error) {
    strapi.log.error(error);
    return false;
  }
}

/** @returns false where somebody else has settled it meanwhile */
function settle(
  strapi: Core.Strapi,
  { document_id: documentId, type }: DueSchedule,
  now: Date,
  verb: 'publish' | 'unschedule',
  input: VerbInput,
  failure?: string,
): Promise<boolean> {
  return inTransaction(strapi, async (trx) => {
    await lockDocument(trx, documentId);
    const row = await stillDue(trx, documentId, now);
    if (!row) return false;
    const owner = await ownerOf(strapi, trx, type, documentId);
    if (owner === null) return false;
    const uid = type as DocumentUid;
    await runAs(standingOrder('schedule', '定时发布', owner), () =>
      perform(strapi, { verb, uid, documentId, input }),
    );
    if (failure !== undefined) {
      const { publish_at: publishAt, scheduled_by: scheduledBy } = row;
      await keepFailure(trx, { documentId, type, publishAt, scheduledBy, failure });
    }
    return true;
  });
}

/** The department in whose name it is published: who owns it now. A schedule of nothing is removed. */
async function ownerOf(
  strapi: Core.Strapi,
  trx: Transaction,
  type: string,
  documentId: string,
): Promise<string | null> {
  const draft = await loadWorkingCopy(strapi, requireType(strapi, type).uid, documentId);
  if (draft) return String(draft.owner);
  await trx('schedules').where({ document_id: documentId }).delete();
  return null;
}
