import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { derivedKey } from '../../../disclosure/server/privacy/derived-key';
import { keyedHash } from '../../../disclosure/server/privacy/keyed-hash';
import { fromJson } from '../../../disclosure/server/read-model/json';
import type { Answer, Place } from './answer';
import type { Reply } from './reply';

/** Twice as long as the clocks of a message and of this server may differ at most (`settings.ts`). */
const KEPT = '2 days';
/** How long 更多 knows what it goes on with. */
const WORD_KEPT = '10 minutes';
/** Whoever began to answer and has not ended by then never will. */
const ABANDONED = '10 seconds';

/**
 * An openid, or a message's key, as it is kept: nobody can be found by it without the installation's secret. After a switch of
 * the profile of encryption it begins anew: a message comes again within seconds, 更多 goes on for minutes.
 */
export const hashed = (strapi: Core.Strapi, value: string): string =>
  keyedHash(derivedKey(strapi, 'wechat-senders'), value).digest('base64url');

type Row = { answer: unknown };

/** Takes a message for answering. @returns false where it has been, or is being, answered */
export async function takeMessage(knex: Knex, key: string, sender: string): Promise<boolean> {
  const { rows } = await knex.raw(
    `insert into wechat_messages (key, sender) values (?, ?)
     on conflict (key) do update set received_at = now()
       where wechat_messages.answer is null and wechat_messages.received_at < now() - ?::interval
     returning key`,
    [key, sender, ABANDONED],
  );
  return rows.length > 0;
}

export const keepAnswer = (knex: Knex, key: string, { reply, place }: Answer) =>
  knex('wechat_messages')
    .where({ key })
    .update({ answer: JSON.stringify({ reply }), keyword: place?.word ?? null, shown: place?.shown ?? 0 });

/** What a message was answered; undefined: it is being answered. */
export async function findAnswer(knex: Knex, key: string): Promise<Reply | undefined> {
  const row = (await knex('wechat_messages').where({ key }).first('answer')) as Row | undefined;
  return row?.answer ? fromJson<{ reply: Reply }>(row.answer).reply : undefined;
}

/** What somebody looked for last, a few minutes ago at most, and how many of its results she has seen. */
export async function lastPlaceOf(knex: Knex, sender: string): Promise<Place | null> {
  const row = (await knex('wechat_messages')
    .where({ sender })
    .whereNotNull('keyword')
    .whereRaw('received_at > now() - ?::interval', [WORD_KEPT])
    .orderBy('received_at', 'desc')
    .first('keyword', 'shown')) as { keyword: string; shown: number } | undefined;
  return row ? { word: row.keyword, shown: row.shown } : null;
}

/** Forgets what somebody looked for after some minutes, and the message when it cannot come again. */
export async function sweepMessages(knex: Knex): Promise<void> {
  await knex('wechat_messages')
    .whereNotNull('keyword')
    .whereRaw('received_at < now() - ?::interval', [WORD_KEPT])
    .update({ keyword: null });
  await knex('wechat_messages').whereRaw('received_at < now() - ?::interval', [KEPT]).delete();
}
