import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Transaction } from '../../../disclosure/server/types';
import { wantedSchema } from '../application/schema';
import { tellOfAct } from '../notices/tell-of-act';
import { settingsOf } from '../settings';
import { clientKey, codeKey, codeKeys } from '../store/keys';
import { type Content, contentOf, eventsOf, findByCode, findPart, type RequestRow } from '../store/rows';
import { assertNotTooOften, countAttempts } from './attempts';
import type { Done } from './handlers';
import { apply } from './perform';
import { withWanted } from './sealed';
import { audit } from './submit';
import { withdrawal } from './withdrawal';

/**
 * What the applicant proves herself with: the code, and the last four characters of her identity number. `part`: the number
 * of a part of her application, where it was split (一事一申请): one code opens all of them.
 */
export const keySchema = z.strictObject({
  queryCode: z.string('请填写查询码').max(60, '查询码有误'),
  idLast4: z.string('请填写证件号码后四位').trim().max(8, '请填写证件号码后四位'),
  part: z.string('请从拆分办理的申请中选择').max(20, '请从拆分办理的申请中选择').optional(),
});
export type Key = z.infer<typeof keySchema>;

export const correctionSchema = keySchema.extend({ wanted: wantedSchema });
export const reasonSchema = keySchema.extend({
  text: z.string('请填写理由').trim().min(1, '请填写理由').max(2_000),
});

const WRONG = '查询码或证件号码后四位不正确，请核对';

/**
 * The request of an applicant, for her alone. A code that does not exist, a wrong one and a wrong second part are answered
 * alike.
 *
 * @throws DisclosureError NOT_FOUND, TOO_MANY_REQUESTS
 */
export async function openByKey(
  strapi: Core.Strapi,
  trx: Transaction,
  { queryCode, idLast4, part }: Key,
  lock = false,
): Promise<{ row: RequestRow; content: Content }> {
  const whole = await findByCode(trx, codeKeys(strapi, queryCode), lock);
  const told = whole && contentOf(strapi, whole);
  if (told && isSame(told.applicant.idNumber.slice(-4), idLast4.normalize('NFKC').toUpperCase())) {
    const row = part ? await findPart(trx, whole.id, part, lock) : whole;
    const content = row && contentOf(strapi, row);
    if (content) return { row, content };
  }
  throw new DisclosureError('NOT_FOUND', WRONG);
}

/** Takes as long whatever was typed. */
function isSame(right: string, typed: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'idLast4').update(text).digest();
  return timingSafeEqual(digest(right), digest(typed));
}

/** Counts questions from one address, and wrong answers for one code, before anything is looked up. */
export async function assertMayAsk(strapi: Core.Strapi, client: string, { queryCode }: Key): Promise<void> {
  const { statusPerTenMinutes, wrongPerHour } = settingsOf(strapi);
  await inTransaction(strapi, async (trx) => {
    const key = `ask:${clientKey(strapi, client)}`;
    await assertNotTooOften(trx, { key, most: statusPerTenMinutes, minutes: 10 });
    const wrong = await countAttempts(trx, `wrong:${codeKey(strapi, queryCode)}`, 60);
    if (wrong >= wrongPerHour)
      throw new DisclosureError('TOO_MANY_REQUESTS', '该查询码错误次数过多，请一小时后再试');
  });
}

export const noteWrong = (strapi: Core.Strapi, { queryCode }: Key): Promise<unknown> =>
  strapi.db.connection('information_request_attempts').insert({ key: `wrong:${codeKey(strapi, queryCode)}` });

type Act = (row: RequestRow, content: Content, events: Awaited<ReturnType<typeof eventsOf>>) => Done;

/** Something that the applicant does with her request: whole or not at all. */
export async function actAsApplicant(
  strapi: Core.Strapi,
  verb: 'correct' | 'giveReason' | 'withdraw',
  key: Key,
  act: Act,
): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const { row, content } = await openByKey(strapi, trx, key, true);
    const done = act(row, content, await eventsOf(trx, row.id));
    await apply(strapi, trx, row, done, { to: null, by: { name: '申请人', department: null } });
    await audit(strapi, trx, {
      ...{
        verb: `request-applicant-${verb}`,
        actor: null,
        id: row.id,
        owner: row.owner,
        version: row.version + 1,
      },
    });
    await tellOfAct(strapi, trx, `applicant-${verb}`, row.id, null);
  });
}

/** 补正: what is asked for, said anew. Over the network it is received on the day on which it is sent. */
export const correct =
  (strapi: Core.Strapi, wanted: Content['wanted']): Act =>
  (row, content) => ({
    event: { type: 'corrected', on: todayInShanghai() },
    patch: withWanted(strapi, row, content, wanted),
  });

export const giveReason =
  (text: string): Act =>
  () => ({ event: { type: 'reasonGiven', on: todayInShanghai() }, note: text });

/** 撤回: until the answer has been sent. Counted under 其他处理(其他). */
export const withdraw: Act = (row, _content, events) => {
  if (row.state !== 'submitted' && row.state !== 'handling') {
    throw new DisclosureError('INVALID_TRANSITION', '答复已在审核或者已经作出，不能撤回');
  }
  const { event, patch } = withdrawal(
    events.map((recorded) => recorded.event),
    todayInShanghai(),
  );
  return { ...(event ? { event } : {}), patch, to: 'withdrawn' };
};
