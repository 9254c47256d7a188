import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Member, Transaction } from '../../../disclosure/server/types';
import { isMailReady } from '../../../notifications/server/mail/ready';
import type { Done } from '../acts/handlers';
import { clockWhenReceived } from '../clock/clock';
import { settingsOf } from '../settings';
import { clockInputOf } from '../store/clock-input';
import { sealFor } from '../store/keys';
import { findRequest, type RequestRow } from '../store/rows';
import type { RequestVerb } from '../workflow/verbs';
import { ALSO_OF_ACT } from './also-of-acts';
import { recordOfAct } from './delivery';
import { draftOf } from './draft';
import { noticeKind } from './kinds';
import { numberOf } from './number';
import { type ActTold, type Asked, NOTICE_OF_ACT } from './of-acts';
import { organWordOf } from './organ-word';
import { queueMail } from './store/deliveries';
import { nextOrdinal } from './store/notices';

type Act = { verb: RequestVerb; input: unknown; actor: Member; before: RequestRow; done: Done };

/** A notice that an act has made; its number goes to the audit log. `also`: that of a second one, to somebody else. */
export type Issued = { id: string; number: string; also?: string };

/** The notice of an act, and what the act tells of a delivery; in the transaction of the act. Null: it is told to nobody. */
export async function issueForAct(
  strapi: Core.Strapi,
  trx: Transaction,
  { verb, input, ...act }: Act,
): Promise<Issued | null> {
  const issueBy = async (table: typeof NOTICE_OF_ACT): Promise<Issued | null> => {
    const asked = await askedBy(strapi, trx, table, { verb, input, ...act });
    return asked ? issue(strapi, trx, act.before.id, asked, act.actor) : null;
  };
  const issued = await issueBy(NOTICE_OF_ACT);
  await recordOfAct(strapi, trx, { verb, input, actor: act.actor, row: act.before, issued });
  const also = await issueBy(ALSO_OF_ACT);
  return issued && also ? { ...issued, also: also.number } : issued;
}

/** Which notice of a table an act that has just been written makes. */
async function askedBy(
  strapi: Core.Strapi,
  trx: Transaction,
  table: typeof NOTICE_OF_ACT,
  { verb, input, actor, before, done }: Act,
): Promise<Asked | null> {
  const ask = table[verb] as
    | ((told: unknown, act: ActTold) => Asked | null | Promise<Asked | null>)
    | undefined;
  const row = ask ? await findRequest(trx, before.id) : null;
  if (!ask || !row) return null;
  const clock = clockWhenReceived(await clockInputOf(strapi, trx, row));
  return ask(input, { strapi, trx, actor, before, row, done, clock });
}

/** Gives a notice: numbered once and without a gap, its text sealed as it is. */
export async function issue(
  strapi: Core.Strapi,
  trx: Transaction,
  requestId: string,
  asked: Asked,
  by: Pick<Member, 'name'>,
): Promise<Issued> {
  const row = (await findRequest(trx, requestId)) as RequestRow;
  const { paper, templateId } = await draftOf(strapi, trx, row, asked);
  const { series, to } = noticeKind(asked.kind);
  const department = asked.department ?? row.owner;
  const year = Number(asked.on.slice(0, 4));
  const ordinal = await nextOrdinal(trx, { department, series, year });
  const { numberPattern } = settingsOf(strapi).documents;
  const word = await organWordOf(strapi, department);
  const number = numberOf(numberPattern, { word, series, year, ordinal });
  const id = randomUUID();
  await trx('information_notices').insert({
    ...{ id, request_id: row.id, kind: asked.kind, department, series, year, ordinal, number },
    made_on: asked.on,
    sealed: sealFor(strapi, row.id, { ...paper, number }),
    template_id: templateId,
    consultation: asked.consultation ?? null,
    by_name: by.name,
  });
  // by mail only to who has chosen it
  if (to === 'applicant' && row.delivery === 'email' && isMailReady(strapi)) await queueMail(trx, id);
  return { id, number };
}
