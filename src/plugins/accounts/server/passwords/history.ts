import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { now } from '../clock';
import { accountSettings } from '../settings';
import type { Door } from '../types';
import { authService } from './check-password';
import { brokenRules, type PasswordOwner } from './policy';
import { keepState } from './states';

const TABLE = 'password_history';

/** An account whose password is to be set; `hash` is the one it has. */
export type PasswordAccount = PasswordOwner & { door: Door; id: number | null; hash: string | null };

/** @throws DisclosureError INVALID_INPUT with the broken rules in `details.rules` */
export async function assertMayUse(
  strapi: Core.Strapi,
  account: PasswordAccount,
  password: string,
): Promise<void> {
  const policy = accountSettings(strapi).password;
  const broken = brokenRules(password, account, policy);
  if (broken.length > 0) throw refused(`密码不合要求：${broken.join('；')}`, broken);
  if (await wasUsed(strapi, account, password, policy.history)) {
    const text = `不能与现在的密码或最近${policy.history}次用过的密码相同`;
    throw refused(`${text}，请换一个`, [text]);
  }
}

const refused = (message: string, rules: string[]) =>
  new DisclosureError('INVALID_INPUT', message, { rules });

async function wasUsed(
  strapi: Core.Strapi,
  { door, id, hash }: PasswordAccount,
  password: string,
  history: number,
): Promise<boolean> {
  const earlier = id === null || history === 0 ? [] : await hashesOf(strapi, door, id, history);
  for (const known of new Set([...(hash ? [hash] : []), ...earlier])) {
    if (await authService(strapi).validatePassword(password, known)) return true;
  }
  return false;
}

async function hashesOf(strapi: Core.Strapi, door: Door, id: number, limit: number): Promise<string[]> {
  const rows = await strapi.db
    .connection(TABLE)
    .where({ door, user_id: id })
    .orderBy('set_at', 'desc')
    .limit(limit)
    .select('hash');
  return rows.map((row: { hash: string }) => row.hash);
}

/**
 * Remembers the hash of a password that was set, and the day.
 *
 * @param mustChange somebody else knows it: it is good for one sign-in, at which it is changed
 */
export async function rememberPassword(
  strapi: Core.Strapi,
  { door, id, hash }: { door: Door; id: number; hash: string },
  { mustChange }: { mustChange: boolean },
): Promise<void> {
  const at = now();
  const { history } = accountSettings(strapi).password;
  await strapi.db.transaction(async ({ trx }) => {
    const table = () => strapi.db.connection(TABLE).transacting(trx as never);
    await table().insert({ door, user_id: id, hash, set_at: at });
    const oldest = await table()
      .where({ door, user_id: id })
      .orderBy('set_at', 'desc')
      .offset(history + 1)
      .first('set_at');
    if (oldest) await table().where({ door, user_id: id }).andWhere('set_at', '<=', oldest.set_at).delete();
    await keepState(strapi, door, id, { must_change: mustChange, password_set_at: at });
  });
}
