import type { Core } from '@strapi/strapi';
import { announceEnd } from '../response-cache/hear';
import type { Transaction } from '../types';

/**
 * Runs work in a transaction of its own, or as a part of the caller's. Strapi does not look how its own
 * COMMIT ended: without that, a write that the database refused at the very end would be answered as done.
 */
export async function inTransaction<T>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  const isPart = strapi.db.inTransaction();
  let ended: Promise<unknown> = Promise.resolve();
  let heard: (() => Promise<void>) | null = null;
  const result = await strapi.db.transaction(async ({ trx }) => {
    const transaction = trx as unknown as Transaction;
    if (!isPart) ended = transaction.executionPromise;
    const done = await work(transaction);
    if (!isPart) heard = await announceEnd(strapi, transaction);
    return done;
  });
  await ended;
  await (heard as (() => Promise<void>) | null)?.();
  return result;
}
