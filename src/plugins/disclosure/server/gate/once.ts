import { AsyncLocalStorage } from 'node:async_hooks';

type Reads = Map<string, Promise<unknown>>;

const readsOf = new WeakMap<object, Reads>();
const current = new AsyncLocalStorage<Reads>();

/**
 * Runs work of a transaction in which reference data is read once: the steps of an import ask for the same
 * row, department and calendar again and again. Nothing is kept beyond the transaction, so a change of
 * another instance is seen by the next one.
 */
export function readingOnce<T>(trx: object, work: () => Promise<T>): Promise<T> {
  const reads = readsOf.get(trx) ?? new Map();
  readsOf.set(trx, reads);
  return current.run(reads, work);
}

/** Forgets what was read, because the transaction itself changes it. */
export const forgetReads = (trx: object): void => readsOf.get(trx)?.clear();

/** What `load` gives; within a transaction of the gate it is asked only once. */
export function once<T>(key: string, load: () => Promise<T>): Promise<T> {
  const reads = current.getStore();
  if (!reads) return load();
  const known = reads.get(key) ?? load();
  reads.set(key, known);
  return known as Promise<T>;
}
