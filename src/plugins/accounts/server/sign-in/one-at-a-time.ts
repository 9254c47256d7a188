import { DisclosureError } from '../../../disclosure/server/errors';

/** Attempts for one account that wait for each other; more come from no person. */
const MAX_WAITING = 50;

const queues = new Map<string, { tail: Promise<unknown>; length: number }>();

/**
 * Runs what is attempted for one account one after the other, so that many attempts at once are counted as
 * one by one; holds no connection of the database meanwhile.
 *
 * @throws DisclosureError BUSY
 */
export async function oneAtATime<T>(account: string, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(account) ?? { tail: Promise.resolve(), length: 0 };
  if (queue.length >= MAX_WAITING) throw new DisclosureError('BUSY');
  queues.set(account, queue);
  queue.length += 1;
  const own = queue.tail.then(work);
  queue.tail = own.catch(() => undefined);
  try {
    return await own;
  } finally {
    queue.length -= 1;
    if (queue.length === 0) queues.delete(account);
  }
}
