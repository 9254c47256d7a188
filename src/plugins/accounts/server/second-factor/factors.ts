import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { derivedKey } from '../../../disclosure/server/privacy/derived-key';
import { open, seal } from '../../../disclosure/server/privacy/secret-box';
import type { Transaction } from '../../../disclosure/server/types';
import { now } from '../clock';
import { newRecoveryCodes, recoveryFingerprint, recoveryFingerprints } from './recovery-codes';
import { looksLikeCode, newSecret, stepOf } from './totp';

const FACTORS = 'second_factors';
const CODES = 'recovery_codes';

type Row = { user_id: number; secret: string; confirmed_at: Date | null; last_step: string | number };

const secretKey = (strapi: Core.Strapi) => derivedKey(strapi, 'accounts: secrets of second factors');
const codeKey = (strapi: Core.Strapi) => derivedKey(strapi, 'accounts: recovery codes');
const owner = (userId: number) => `second factor of ${userId}`;

const findRow = (strapi: Core.Strapi, userId: number): Promise<Row | undefined> =>
  strapi.db.connection(FACTORS).where({ user_id: userId }).first();

/** Whether a person's sign-in asks for a second factor. */
export async function hasSecondFactor(strapi: Core.Strapi, userId: number): Promise<boolean> {
  return Boolean((await findRow(strapi, userId))?.confirmed_at);
}

/** Begins (or begins anew) to set up a second factor; it counts when it is confirmed. Null: there is one already. */
export async function beginFactor(strapi: Core.Strapi, userId: number): Promise<string | null> {
  const secret = newSecret();
  const sealed = seal(secretKey(strapi), owner(userId), secret);
  const begun = await strapi.db
    .connection(FACTORS)
    .insert({ user_id: userId, secret: sealed })
    .onConflict('user_id')
    .merge({ secret: sealed, last_step: 0 })
    .whereNull('second_factors.confirmed_at')
    .returning('user_id');
  return begun.length > 0 ? secret : null;
}

/** Takes a code of the secret; each step once, also at two instances at the same time. */
async function takeStep(strapi: Core.Strapi, row: Row, code: string): Promise<boolean> {
  const secret = open(secretKey(strapi), owner(row.user_id), row.secret);
  const step = stepOf(secret, code, now());
  if (step === null) return false;
  const taken = await strapi.db
    .connection(FACTORS)
    .where({ user_id: row.user_id, secret: row.secret })
    .andWhere('last_step', '<', step)
    .update({ last_step: step });
  return taken === 1;
}

async function takeRecoveryCode(strapi: Core.Strapi, userId: number, code: string): Promise<boolean> {
  const taken = await strapi.db
    .connection(CODES)
    .where({ user_id: userId, used_at: null })
    .whereIn('fingerprint', recoveryFingerprints(codeKey(strapi), userId, code))
    .update({ used_at: now() });
  return taken === 1;
}

/** Whether a code proves the second factor: one of the app, or a recovery code; neither is taken twice. */
export async function proveFactor(strapi: Core.Strapi, userId: number, code: string): Promise<boolean> {
  const row = await findRow(strapi, userId);
  if (!row?.confirmed_at) return false;
  const typed = code.replace(/\s/g, '');
  return looksLikeCode(typed) ? takeStep(strapi, row, typed) : takeRecoveryCode(strapi, userId, typed);
}

/** Confirms a begun factor with a first code. @returns the recovery codes, shown once; null when the code is wrong */
export async function confirmFactor(
  strapi: Core.Strapi,
  trx: Transaction,
  userId: number,
  code: string,
): Promise<string[] | null> {
  const row = await findRow(strapi, userId);
  if (!row || row.confirmed_at || !(await takeStep(strapi, row, code.replace(/\s/g, '')))) return null;
  await strapi.db
    .connection(FACTORS)
    .transacting(trx)
    .where({ user_id: userId })
    .update({ confirmed_at: now() });
  return renewRecoveryCodes(strapi, trx, userId);
}

/** Makes new recovery codes; the old ones end. */
export async function renewRecoveryCodes(
  strapi: Core.Strapi,
  trx: Transaction,
  userId: number,
): Promise<string[]> {
  const codes = newRecoveryCodes();
  const key = codeKey(strapi);
  const table = () => strapi.db.connection(CODES).transacting(trx);
  await table().where({ user_id: userId }).delete();
  await table().insert(
    codes.map((code) => ({ user_id: userId, fingerprint: recoveryFingerprint(key, userId, code) })),
  );
  return codes;
}

export async function countRecoveryCodes(strapi: Core.Strapi, userId: number): Promise<number> {
  const rows = await strapi.db
    .connection(CODES)
    .where({ user_id: userId, used_at: null })
    .select('fingerprint');
  return rows.length;
}

/** Removes a second factor and its recovery codes. @returns whether there was one */
export async function removeFactor(strapi: Core.Strapi, userId: number): Promise<boolean> {
  return inTransaction(strapi, async (trx) => {
    const removed = await strapi.db.connection(FACTORS).transacting(trx).where({ user_id: userId }).delete();
    return removed > 0;
  });
}
