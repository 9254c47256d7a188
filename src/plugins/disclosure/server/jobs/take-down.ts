import type { Core } from '@strapi/strapi';
import { perform } from '../gate/perform';
import { lockDocument } from '../gate/session';
import { runAs } from '../gate/storage';
import { inTransaction } from '../gate/transaction';
import { todayInShanghai } from '../rules/dates';
import type { DocumentUid, Transaction } from '../types';
import { standingOrder } from './standing-order';

type Due = { type: string; owner: string; take_down_on: string };

/**
 * Withdraws every publication whose last day of display (公示截止日期) has passed, each in a transaction
 * of its own through the gate. Whoever holds the document looks again whether it is still due: so it
 * happens once, however many instances look. One that fails is logged, and tried again the next time.
 *
 * @returns how many were withdrawn here
 */
export async function takeDownDue(strapi: Core.Strapi, today = todayInShanghai()): Promise<number> {
  const failed: string[] = [];
  for (let done = 0; ; ) {
    const documentId = await findDue(strapi, today, failed);
    if (documentId === undefined) return done;
    try {
      if (await takeDown(strapi, documentId, today)) done += 1;
    } catch (error) {
      strapi.log.error(error);
      failed.push(documentId);
    }
  }
}

const dueOn = (knex: Pick<Transaction, 'from'>, today: string) =>
  knex.from('publications').where({ state: 'live' }).where('take_down_on', '<', today);

async function findDue(
  strapi: Core.Strapi,
  today: string,
  except: readonly string[],
): Promise<string | undefined> {
  const row: { document_id: string } | undefined = await dueOn(strapi.db.connection, today)
    .whereNotIn('document_id', except)
    .orderBy('take_down_on')
    .first('document_id');
  return row?.document_id;
}

/** @returns false where somebody else has settled it meanwhile */
function takeDown(strapi: Core.Strapi, documentId: string, today: string): Promise<boolean> {
  return inTransaction(strapi, async (trx) => {
    await lockDocument(trx, documentId);
    const due = await dueOn(trx, today)
      .where({ document_id: documentId })
      .first<Due | undefined>('type', 'owner', trx.raw('take_down_on::text'));
    if (!due) return false;
    await runAs(standingOrder('take-down', '到期撤下', due.owner), () =>
      perform(strapi, {
        verb: 'withdraw',
        uid: due.type as DocumentUid,
        documentId,
        input: { reason: `公示期届满（截至${due.take_down_on}）` },
      }),
    );
    return true;
  });
}
