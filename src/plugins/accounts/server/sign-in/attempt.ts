import type { Core } from '@strapi/strapi';
import { appendAuditEntry } from '../../../disclosure/server/audit/append';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import { now } from '../clock';
import { accountSettings } from '../settings';
import { clearFailures, countFailure, findFailures } from './failures';
import { type Failures, lockedUntil } from './lock';
import { oneAtATime } from './one-at-a-time';

/** What was tried was wrong: counted, and locked after too many. */
export class WrongSecret extends DisclosureError {
  constructor(message: string) {
    super('INVALID_CREDENTIALS', message);
  }
}

/** Attempts left from which on a person is warned. */
const WARN_AT = 2;

/** `HH:mm`, in Shanghai. */
const clockTime = (at: Date): string => shanghaiInstant(at).slice(11, 16);

const lockedError = (until: Date): DisclosureError =>
  new DisclosureError(
    'ACCOUNT_LOCKED',
    `失败次数过多，已锁定到 ${clockTime(until)}，之后可以再试；急用请联系区政务公开办解锁`,
    { until: shanghaiInstant(until) },
  );

/**
 * Tries a secret of an account (a password, a one-time code). Says the same whether or not the account
 * exists: `account` is then a fingerprint of the name.
 *
 * @param check throws WrongSecret when it is wrong
 * @throws DisclosureError ACCOUNT_LOCKED, INVALID_CREDENTIALS
 */
export function attempt<T>(strapi: Core.Strapi, account: string, check: () => Promise<T>): Promise<T> {
  return oneAtATime(account, async () => {
    const before = await findFailures(strapi, account);
    const locked = lockedUntil(before, now());
    if (locked) throw lockedError(locked);
    try {
      const result = await check();
      if (before) await clearFailures(strapi, [account]);
      return result;
    } catch (error) {
      if (!(error instanceof WrongSecret)) throw error;
      throw await refuse(strapi, account, error, await countFailure(strapi, account));
    }
  });
}

async function refuse(
  strapi: Core.Strapi,
  account: string,
  error: WrongSecret,
  after: Failures,
): Promise<DisclosureError> {
  if (after.lockedUntil) {
    await recordLock(strapi, account, after.lockedUntil);
    return lockedError(after.lockedUntil);
  }
  const { failures, minutes } = accountSettings(strapi).lock;
  const left = failures - after.failures;
  if (left > WARN_AT) return error;
  return new DisclosureError(error.code, `${error.message}；再错${left}次将锁定${minutes}分钟`);
}

/** One entry a lock, not one a failure: nobody fills the audit log by guessing. */
const recordLock = (strapi: Core.Strapi, account: string, until: Date): Promise<void> =>
  inTransaction(strapi, (trx) =>
    appendAuditEntry(strapi, trx, {
      verb: 'account-lock',
      outcome: 'refused',
      code: 'ACCOUNT_LOCKED',
      actor: null,
      type: null,
      documentId: null,
      owner: null,
      version: null,
      editionNo: null,
      reason: null,
      details: { account, until: shanghaiInstant(until) },
    }),
  );
