import type { Core } from '@strapi/strapi';
import { inTransaction } from '../gate/transaction';
import { fromJson } from '../read-model/json';
import type { Transaction } from '../types';
import { backoff } from './backoff';
import { findSubscription, type OutboxEvent, type OutboxPayload, subscriberNames } from './subscriptions';

type Delivery = { outbox_id: string; subscriber: string; attempts: number };
type Row = { id: string; topic: string; document_id: string; payload: unknown; created_at: Date };

/** Milliseconds until what another instance works at is looked at again. */
const AGAIN_MS = 1_000;

/**
 * Delivers what waits, each to one subscriber in a transaction of its own: what the subscriber writes and
 * the end of the delivery commit together. Several instances share the queue (`skip locked`). A delivery
 * that fails is tried again later, and at last set aside, where the log tells of it.
 *
 * @returns the instant of the next try; null when nothing waits
 */
export async function deliverDue(strapi: Core.Strapi): Promise<Date | null> {
  const names = subscriberNames(strapi);
  while (await deliverOne(strapi, names));
  const { rows } = await strapi.db.connection.raw(
    `select min(next_try_at) as at from outbox_deliveries
      where set_aside_at is null and subscriber = any(?)`,
    [names],
  );
  const next = rows[0].at as Date | null;
  // what is due and was not taken is in the hands of another instance
  return next && next.getTime() <= Date.now() ? new Date(Date.now() + AGAIN_MS) : next;
}

async function deliverOne(strapi: Core.Strapi, names: readonly string[]): Promise<boolean> {
  let taken: Delivery | null = null;
  try {
    await inTransaction(strapi, async (trx) => {
      taken = await take(trx, names);
      if (taken) await hand(strapi, trx, taken);
    });
    return taken !== null;
  } catch (error) {
    if (!taken) throw error;
    await postpone(strapi, taken, error);
    return true;
  }
}

/** A delivery that nobody else has taken; of a subscriber that this instance knows. */
async function take(trx: Transaction, names: readonly string[]): Promise<Delivery | null> {
  const { rows } = await trx.raw(
    `select outbox_id, subscriber, attempts from outbox_deliveries
      where set_aside_at is null and next_try_at <= now() and subscriber = any(?)
      order by next_try_at, outbox_id limit 1 for update skip locked`,
    [[...names]],
  );
  return (rows[0] as Delivery | undefined) ?? null;
}

async function hand(strapi: Core.Strapi, trx: Transaction, taken: Delivery): Promise<void> {
  const row = (await trx('outbox').where({ id: taken.outbox_id }).first()) as Row;
  const event: OutboxEvent = {
    id: Number(row.id),
    topic: row.topic,
    documentId: row.document_id,
    payload: fromJson<OutboxPayload>(row.payload),
    createdAt: row.created_at,
  };
  await findSubscription(strapi, taken.subscriber)?.handle(event, trx);
  await trx('outbox_deliveries').where({ outbox_id: taken.outbox_id, subscriber: taken.subscriber }).delete();
}

async function postpone(strapi: Core.Strapi, taken: Delivery, error: unknown): Promise<void> {
  const attempts = taken.attempts + 1;
  const wait = backoff(attempts);
  const what = `outbox ${taken.outbox_id} for ${taken.subscriber}`;
  if (wait === null) strapi.log.error(`${what} is set aside after ${attempts} tries: ${String(error)}`);
  else strapi.log.warn(`${what} failed (${attempts}): ${String(error)}`);
  await strapi.db.connection.raw(
    `update outbox_deliveries
        set attempts = ?, last_error = ?, next_try_at = now() + make_interval(secs => ?),
            set_aside_at = case when ? then now() end
      where outbox_id = ? and subscriber = ?`,
    [
      attempts,
      String(error).slice(0, 1000),
      (wait ?? 0) / 1000,
      wait === null,
      taken.outbox_id,
      taken.subscriber,
    ],
  );
}
