import { AsyncLocalStorage } from 'node:async_hooks';

const tails = new WeakMap<object, Promise<unknown>>();
const running = new AsyncLocalStorage<object>();

/**
 * Lets one write at a time through the gate within a transaction: the panel's bulk endpoints start many
 * at once in one of their own, and the audit chain has only one next place. Writes that a write itself
 * starts do not wait for it.
 */
export function inTurn<T>(trx: object, work: () => Promise<T>): Promise<T> {
  if (running.getStore() === trx) return work();
  const before = tails.get(trx) ?? Promise.resolve();
  const own = before.then(() => running.run(trx, work));
  tails.set(
    trx,
    own.catch(() => undefined),
  );
  return own;
}
