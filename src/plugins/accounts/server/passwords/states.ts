import type { Core } from '@strapi/strapi';
import type { Door } from '../types';

const TABLE = 'account_states';

export type AccountState = { mustChange: boolean; passwordSetAt: Date | null; lastSignInAt: Date | null };
type Row = { must_change: boolean; password_set_at: Date | null; last_sign_in_at: Date | null };
type Change = Partial<Row>;

export async function findState(strapi: Core.Strapi, door: Door, userId: number): Promise<AccountState> {
  const row = (await strapi.db.connection(TABLE).where({ door, user_id: userId }).first()) as Row | undefined;
  return {
    mustChange: row?.must_change ?? false,
    passwordSetAt: row?.password_set_at ?? null,
    lastSignInAt: row?.last_sign_in_at ?? null,
  };
}

/** Within the transaction that is open, if there is one. */
export async function keepState(
  strapi: Core.Strapi,
  door: Door,
  userId: number,
  change: Change,
): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await strapi.db
      .connection(TABLE)
      .transacting(trx as never)
      .insert({ door, user_id: userId, ...change })
      .onConflict(['door', 'user_id'])
      .merge(Object.keys(change));
  });
}
