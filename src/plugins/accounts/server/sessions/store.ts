import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { Transaction } from '../../../disclosure/server/types';
import { now } from '../clock';

const SESSIONS = 'panel_sessions';
/** Strapi's rows: a new one at each renewal, all with the session's number in `metadata`. */
const ROWS = 'strapi_sessions';

export type SessionRow = {
  id: string;
  user_id: number;
  address: string | null;
  device: string | null;
  second_factor: boolean;
  started_at: Date;
  last_used_at: Date;
};

export type StandingRow = SessionRow & { must_change: boolean; has_second_factor: boolean };

export const insertSession = async (
  strapi: Core.Strapi,
  session: Pick<SessionRow, 'user_id' | 'address' | 'device' | 'second_factor'>,
): Promise<string> => {
  const at = now();
  const id = randomUUID();
  await strapi.db.connection(SESSIONS).insert({ ...session, id, started_at: at, last_used_at: at });
  return id;
};

/** The session of one of Strapi's rows, with what is demanded of its person: one statement. */
export async function findStanding(strapi: Core.Strapi, sessionId: string): Promise<StandingRow | null> {
  const row = await strapi.db
    .connection(`${ROWS} as r`)
    .join(`${SESSIONS} as p`, strapi.db.connection.raw("p.id = r.metadata ->> 'session'"))
    .leftJoin('account_states as s', function states() {
      this.on('s.user_id', 'p.user_id').andOnVal('s.door', 'panel');
    })
    .leftJoin('second_factors as f', 'f.user_id', 'p.user_id')
    .where({ 'r.session_id': sessionId, 'r.origin': 'admin' })
    .first(
      'p.*',
      strapi.db.connection.raw('coalesce(s.must_change, false) as must_change'),
      strapi.db.connection.raw('f.confirmed_at is not null as has_second_factor'),
    );
  return (row as StandingRow | undefined) ?? null;
}

export const touchSession = async (strapi: Core.Strapi, id: string): Promise<void> => {
  await strapi.db.connection(SESSIONS).where({ id }).update({ last_used_at: now() });
};

/** A code has been shown within a session: when the factor is set up. */
export const proveSession = async (strapi: Core.Strapi, trx: Transaction, id: string): Promise<void> => {
  await strapi.db.connection(SESSIONS).transacting(trx).where({ id }).update({ second_factor: true });
};

/** A person's sessions that stand, the last used first. */
export const listSessions = (strapi: Core.Strapi, userId: number): Promise<SessionRow[]> =>
  strapi.db
    .connection(`${SESSIONS} as p`)
    .where('p.user_id', userId)
    .whereExists((rows) =>
      rows
        .from(`${ROWS} as r`)
        .select(strapi.db.connection.raw('1'))
        .where({ 'r.user_id': String(userId), 'r.status': 'active' })
        .whereRaw("r.metadata ->> 'session' = p.id")
        .andWhere('r.expires_at', '>', new Date()),
    )
    .orderBy('p.last_used_at', 'desc')
    .select('p.*');

/**
 * Ends sessions of a person, at once: with Strapi's rows go the access tokens that were made from them,
 * earlier renewals included.
 *
 * @param choice which; all of them without it
 * @returns how many there were
 */
export async function endSessions(
  strapi: Core.Strapi,
  userId: number,
  choice: { only?: string; except?: string | null } = {},
): Promise<number> {
  return inTransaction(strapi, async (trx) => {
    const sessions = strapi.db.connection(SESSIONS).transacting(trx).where({ user_id: userId });
    const rows = strapi.db
      .connection(ROWS)
      .transacting(trx)
      .where({ user_id: String(userId), origin: 'admin' });
    if (choice.only) {
      sessions.andWhere({ id: choice.only });
      rows.whereRaw("metadata ->> 'session' = ?", [choice.only]);
    }
    if (choice.except) {
      sessions.andWhereNot({ id: choice.except });
      rows.whereRaw("metadata ->> 'session' is distinct from ?", [choice.except]);
    }
    const ended = await sessions.delete();
    await rows.delete();
    return ended;
  });
}

/** Forgets sessions whose last row Strapi has removed: signed out, or past their longest span. */
export const sweepSessions = async (strapi: Core.Strapi, userId: number): Promise<void> => {
  await strapi.db
    .connection(SESSIONS)
    .where({ user_id: userId })
    .whereNotExists((rows) =>
      rows
        .from(`${ROWS} as r`)
        .select(strapi.db.connection.raw('1'))
        .where('r.user_id', String(userId))
        .whereRaw(`r.metadata ->> 'session' = ${SESSIONS}.id`),
    )
    .delete();
};
