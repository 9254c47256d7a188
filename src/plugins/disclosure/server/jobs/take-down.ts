import type { Core } from '@strapi/strapi';
import { perform } from '../gate/perform';
import { runAs } from '../gate/storage';
import { inTransaction } from '../gate/transaction';
import { todayInShanghai } from '../rules/dates';
import type { DocumentUid, Transaction } from '../types';
import { standingOrder } from './standing-order';

type Due = { document_id: string; type: string; owner: string; take_down_on: string };

/** One instance at a time: another one would find the document withdrawn and be refused. */
const LOCK = 'disclosure-take-down';

/**
 * Withdraws every publication whose last day of display (公示截止日期) has passed, each in a transaction
 * of its own through the gate. One that fails is logged, and tried again the next time.
 *
 * @returns how many were withdrawn
 */
export async function takeDownDue(strapi: Core.Strapi, today = todayInShanghai()): Promise<number> {
  const failed: string[] = [];
  for (let done = 0; ; ) {
    let due: Due | null = null;
    try {
      await inTransaction(strapi, async (trx) => {
        due = (await isOurs(trx)) ? await findDue(trx, today, failed) : null;
        if (due) await takeDown(strapi, due);
      });
      if (!due) return done;
      done += 1;
    } catch (error) {
      strapi.log.error(error);
      if (!due) return done;
      failed.push((due as Due).document_id);
    }
  }
}

async function isOurs(trx: Transaction): Promise<boolean> {
  const { rows } = await trx.raw('select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as ours', [LOCK]);
  return rows[0].ours === true;
}

async function findDue(trx: Transaction, today: string, except: readonly string[]): Promise<Due | null> {
  const { rows } = await trx.raw(
    `select document_id, type, owner, take_down_on::text from publications
      where state = 'live' and take_down_on < ? and document_id <> all(?)
      order by take_down_on limit 1`,
    [today, [...except]],
  );
  return (rows[0] as Due | undefined) ?? null;
}

const takeDown = (strapi: Core.Strapi, due: Due) =>
  runAs(standingOrder('take-down', '到期撤下', due.owner), () =>
    perform(strapi, {
      verb: 'withdraw',
      uid: due.type as DocumentUid,
      documentId: due.document_id,
      input: { reason: `公示期届满(截至${due.take_down_on})` },
    }),
  );
