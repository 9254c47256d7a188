import { DisclosureError } from '../../../disclosure/server/errors';
import type { Transaction } from '../../../disclosure/server/types';

type Limit = { key: string; most: number; minutes: number };

/**
 * Counts an attempt; concurrent ones of one key wait for each other.
 *
 * @throws DisclosureError TOO_MANY_REQUESTS beyond so many in so many minutes
 */
export async function assertNotTooOften(trx: Transaction, limit: Limit): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('requests:' || ?, 0))`, [limit.key]);
  await assertWithin(trx, limit);
  await trx('information_request_attempts').insert({ key: limit.key });
}

/** The same without counting one. @throws DisclosureError TOO_MANY_REQUESTS */
export async function assertWithin(trx: Transaction, { key, most, minutes }: Limit): Promise<void> {
  if ((await countAttempts(trx, key, minutes)) >= most) throw new DisclosureError('TOO_MANY_REQUESTS');
}

export async function countAttempts(trx: Transaction, key: string, minutes: number): Promise<number> {
  const { rows } = await trx.raw(
    `select count(*)::int as n from information_request_attempts where key = ? and at > now() - make_interval(mins => ?)`,
    [key, minutes],
  );
  return rows[0].n;
}
