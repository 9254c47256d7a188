import type { Core } from '@strapi/strapi';
import type { Member, Transaction } from '../../../disclosure/server/types';
import { findRequest } from '../store/rows';
import { handedOn } from './hand-on';
import type { DeskNotice } from './tell-desk';
import { settleDesk, tellDesk } from './tell-desk';

/** Of what the desk hears at once, by the verb; what a person of the desk has done herself, she knows. */
const TELLS: Partial<Record<string, { kind: DeskNotice['kind']; detail: string }>> = {
  submit: { kind: 'request-new', detail: '收到网上申请，请与申请人确认收到日期并登记' },
  register: { kind: 'request-new', detail: '公开办已登记，请办理' },
  assign: { kind: 'request-new', detail: '公开办转来的申请，请办理' },
  correctReceipt: { kind: 'request-deadline', detail: '公开办更正了收到登记，答复期限已重新计算，请查看' },
  noteCorrection: { kind: 'request-applicant', detail: '申请人已补正，答复期限重新计算' },
  noteReason: { kind: 'request-applicant', detail: '申请人已说明理由' },
  notePayment: { kind: 'request-applicant', detail: '申请人已缴费，答复期限重新计算' },
  'applicant-correct': { kind: 'request-applicant', detail: '申请人已补正，答复期限重新计算' },
  'applicant-giveReason': { kind: 'request-applicant', detail: '申请人已说明理由' },
  'applicant-withdraw': { kind: 'request-applicant', detail: '申请人撤回了申请，可以归档' },
  'applicant-suggest': {
    kind: 'request-frequent',
    detail: '申请人建议将公开给他的信息主动公开（条例第四十四条）',
  },
};

const ASKS: readonly DeskNotice['kind'][] = ['request-new', 'request-applicant', 'request-answer'];
const CLOCK: readonly DeskNotice['kind'][] = ['request-due', 'request-overdue', 'request-deadline'];
/** With these a request needs no answer any more. */
const ENDS: readonly string[] = ['send', 'close', 'archive', 'noteWithdrawal', 'applicant-withdraw'];
/** With these the office has done what the department was asked to do, or asks another one. */
const TAKES_BACK: readonly string[] = ['register', 'assign'];
/** With these its term is another one. */
const MOVES: readonly string[] = ['correctReceipt'];

/**
 * Tells the handling department of something that was done with a request, and takes back what it asked for before. In the
 * transaction of the act.
 *
 * @param verb as in the audit log, without `request-`
 * @param actor who did it; null: the applicant
 */
export async function tellOfAct(
  strapi: Core.Strapi,
  trx: Transaction,
  verb: string,
  id: string,
  actor: Member | null,
): Promise<void> {
  const row = await findRequest(trx, id);
  if (!row) return;
  // what the office does beside leaves the department's own work where it was
  const isOwn = actor !== null && actor.department === row.owner;
  if (isOwn || TAKES_BACK.includes(verb) || ENDS.includes(verb)) await settleDesk(trx, id, ASKS);
  if (ENDS.includes(verb) || MOVES.includes(verb)) await settleDesk(trx, id, CLOCK);
  if (row.state !== 'reviewing') await settleDesk(trx, id, ['request-review']);
  // what the department has done itself is no news to it, but to whom it hands it on
  const notice = handedOn(verb, row.state) ?? (isOwn ? null : TELLS[verb]);
  if (!notice) return;
  await tellDesk(
    strapi,
    trx,
    row,
    { ...notice, key: `request-${verb}:${id}:${row.version}` },
    actor?.personId ?? null,
  );
}
