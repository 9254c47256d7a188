import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { recordResult } from '../push/publish-results';
import { answer } from './answer';
import { keyOf, readIncoming } from './incoming';
import type { Fields } from './message';
import { findAnswer, hashed, keepAnswer, lastPlaceOf, takeMessage } from './remembered';
import type { Reply } from './reply';

/** WeChat waits five seconds, its way here and back included. */
const DEADLINE_MS = 4_000;
const BUSY: Reply = { type: 'text', content: '查询的人较多，请稍后再发一次。' };
/** Milliseconds between two looks whether another request has the answer. */
const LOOK_MS = 100;

/** The answer to a message, in time in any case. */
export async function handleMessage(
  strapi: Core.Strapi,
  fields: Fields,
  deadline = DEADLINE_MS,
): Promise<Reply> {
  const end = Date.now() + deadline;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => resolve(BUSY), deadline);
  });
  const work = findOrMake(strapi, fields, end).catch((error: unknown) => {
    strapi.log.error(error);
    return BUSY;
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A message that comes again, at whichever instance, gets the answer of the first time. */
async function findOrMake(strapi: Core.Strapi, fields: Fields, end: number): Promise<Reply> {
  const knex = strapi.db.connection;
  const key = keyOf(fields);
  const sender = hashed(strapi, fields.FromUserName ?? '');
  if (key === null) return (await make(strapi, fields, sender)).reply;
  const kept = hashed(strapi, key);
  while (!(await takeMessage(knex, kept, sender))) {
    const known = await findAnswer(knex, kept);
    if (known !== undefined) return known;
    if (Date.now() > end) return BUSY;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  const made = await make(strapi, fields, sender);
  await keepAnswer(knex, kept, made);
  return made.reply;
}

async function make(strapi: Core.Strapi, fields: Fields, sender: string) {
  const incoming = readIncoming(fields);
  if (incoming.kind === 'publish-result') {
    if (incoming.publishId && Number.isInteger(incoming.status))
      await inTransaction(strapi, (trx) => recordResult(trx, incoming));
    return { reply: null, place: null };
  }
  return answer(strapi, incoming, () => lastPlaceOf(strapi.db.connection, sender));
}
