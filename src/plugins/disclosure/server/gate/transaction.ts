import type { Core } from '@strapi/strapi';
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
  const result = await strapi.db.transaction(({ trx }) => {
    const transaction = trx as unknown as Transaction;
    if (!isPart) ended = transaction.executionPromise;
    return work(transaction);
  });
  await ended;
  return result;
}
