import { createTurns, type Turns } from '../../../disclosure/server/turns';

/** Attempts for one account that wait for each other; more come from no person. */
const MAX_WAITING = 50;

const byAccount = new Map<string, Turns>();

/**
 * Runs what is attempted for one account one after the other, so that many attempts at once are counted as
 * one by one; holds no connection of the database meanwhile.
 *
 * @throws DisclosureError BUSY
 */
export async function oneAtATime<T>(account: string, work: () => Promise<T>): Promise<T> {
  const turns = byAccount.get(account) ?? createTurns({ atOnce: 1, waiting: MAX_WAITING });
  byAccount.set(account, turns);
  try {
    return await turns.take(work);
  } finally {
    if (turns.isIdle()) byAccount.delete(account);
  }
}
