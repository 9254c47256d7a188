import type { Knex } from 'knex';
import { addDays, todayInShanghai } from '../../../disclosure/server/rules/dates';
import { type Settings, stampOf } from '../settings';
import type { WechatError } from './errors';

export type Stop = { stamp: string; code: number; advice: string; stopped_at: Date; until: Date | null };

export const findStop = async (knex: Knex): Promise<Stop | null> =>
  ((await knex('wechat_stop').where({ id: 1 }).first()) as Stop | undefined) ?? null;

export const endStop = (knex: Knex) => knex('wechat_stop').where({ id: 1 }).delete();

/** Whether a stop still holds: other settings, or the next day, begin anew. */
export const holds = (stop: Stop | null, stamp: string, now: Date): stop is Stop =>
  stop !== null && stop.stamp === stamp && (stop.until === null || stop.until > now);

/** The stop that holds now; null: drafts are pushed. */
export async function stopNow(knex: Knex, settings: Settings): Promise<Stop | null> {
  const stop = await findStop(knex);
  return holds(stop, stampOf(settings), new Date()) ? stop : null;
}

/** 次日零点 in Shanghai, and a few minutes. */
const tomorrow = (now: Date): Date => new Date(`${addDays(todayInShanghai(now), 1)}T00:05:00+08:00`);

/** Nothing more is asked: what is wrong concerns the account, not one entry. */
export const begin = (knex: Knex, stamp: string, { kind, code, advice }: WechatError, now: Date) =>
  knex('wechat_stop')
    .insert({
      id: 1,
      stamp,
      code,
      advice,
      stopped_at: now,
      until: kind === 'tomorrow' ? tomorrow(now) : null,
    })
    .onConflict('id')
    .merge();
