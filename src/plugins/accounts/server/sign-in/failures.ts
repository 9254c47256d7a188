import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { derivedKey } from '../../../disclosure/server/privacy/derived-key';
import { keyedHash } from '../../../disclosure/server/privacy/keyed-hash';
import { DAY_MS, now } from '../clock';
import { accountSettings } from '../settings';
import type { Door } from '../types';
import { afterFailure, type Failures } from './lock';

const TABLE = 'sign_in_failures';

type Row = { account: string; failures: number; last_failed_at: Date; locked_until: Date | null };

const toFailures = (row: Row | undefined): Failures | null =>
  row ? { failures: row.failures, lastFailedAt: row.last_failed_at, lockedUntil: row.locked_until } : null;

/** What failures of an account are counted under. */
export const accountKey = (door: Door, userId: number): string => `${door}:${userId}`;

/** The same for a name that is nobody's; somebody may have typed her password there. */
export const strangerKey = (strapi: Core.Strapi, door: Door, name: string): string =>
  `${door}:?${keyedHash(derivedKey(strapi, 'accounts: unknown names'), name.toLowerCase()).digest('base64url')}`;

export async function findFailures(strapi: Core.Strapi, account: string): Promise<Failures | null> {
  return toFailures((await strapi.db.connection(TABLE).where({ account }).first()) as Row | undefined);
}

/** Counts one more failure, exactly, whichever instance it happened at. */
export async function countFailure(strapi: Core.Strapi, account: string): Promise<Failures> {
  const knex = strapi.db.connection;
  const at = now();
  return inTransaction(strapi, async (trx) => {
    await knex(TABLE)
      .transacting(trx)
      .insert({ account, failures: 0, last_failed_at: at, locked_until: null })
      .onConflict('account')
      .ignore();
    const row = (await knex(TABLE).transacting(trx).where({ account }).forUpdate().first()) as Row;
    const next = afterFailure(toFailures(row), at, accountSettings(strapi).lock);
    await knex(TABLE)
      .transacting(trx)
      .where({ account })
      .update({ failures: next.failures, last_failed_at: at, locked_until: next.lockedUntil });
    // names that are nobody's would otherwise stay for ever
    await knex(TABLE)
      .transacting(trx)
      .where('last_failed_at', '<', new Date(at.getTime() - 2 * DAY_MS))
      .delete();
    return next;
  });
}

export async function clearFailures(strapi: Core.Strapi, accounts: readonly string[]): Promise<void> {
  await strapi.db
    .connection(TABLE)
    .whereIn('account', [...accounts])
    .delete();
}
