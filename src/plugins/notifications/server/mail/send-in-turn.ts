import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { backoff } from '../../../disclosure/server/outbox/backoff';
import type { Transaction } from '../../../disclosure/server/types';
import { codeOf } from './answers';
import { PATIENCE } from './queue';
import { isMailReady } from './ready';

/** Milliseconds until what another instance works at is looked at again. */
const AGAIN_MS = 5_000;

/** Mails that wait to be sent, whatever they wait in. */
export type DueMails<T> = {
  /** whose turn it is, the longest waiting first */
  due: () => Promise<readonly T[]>;
  /** sends one in the transaction that claims it; nothing where another instance has claimed it */
  send: (one: T) => Promise<void>;
  /** after it could not be sent */
  postpone: (one: T, error: unknown) => Promise<void>;
  nextAt: () => Promise<Date | null>;
};

/**
 * Sends what is due, one after the other; what cannot be sent holds up no other.
 *
 * @param what it is called in the log
 * @returns the instant of the next mail; null when none waits
 */
export async function sendInTurn<T>(
  strapi: Core.Strapi,
  what: string,
  { due, send, postpone, nextAt }: DueMails<T>,
  now: Date,
): Promise<Date | null> {
  if (!isMailReady(strapi)) return null;
  for (const one of await due()) {
    try {
      await send(one);
    } catch (error) {
      strapi.log.warn(`${what} could not be sent (${codeOf(error)})`);
      await postpone(one, error);
    }
  }
  const next = await nextAt();
  return next && next <= now ? new Date(Date.now() + AGAIN_MS) : next;
}

/** How long until the next try after so many; null: it is given up. */
export const waitAfter = (attempts: number): number | null => backoff(attempts, PATIENCE);

/** Rows of a table that are a mail each: `due_at` (null: none waits), `attempts`, `last_error`. */
export const mailRows = (table: string, key: string) => ({
  /** A row that is due, locked for this transaction; undefined where another instance has it, or it is not due any more. */
  claim: <Row>(trx: Transaction, id: string, now: Date): Promise<Row | undefined> =>
    trx(table)
      .where({ [key]: id })
      .where('due_at', '<=', now)
      .forUpdate()
      .skipLocked()
      .first() as Promise<Row | undefined>,
  /** @param wait milliseconds; null: not again */
  putOff: (knex: Knex, id: string, now: Date, wait: number | null, told: object): Promise<number> =>
    knex(table)
      .where({ [key]: id })
      .update({ ...told, due_at: wait === null ? null : new Date(now.getTime() + wait) }),
  async nextAt(knex: Knex): Promise<Date | null> {
    const next = await knex(table).whereNotNull('due_at').min('due_at as at').first();
    return (next?.at as Date | null | undefined) ?? null;
  },
});
