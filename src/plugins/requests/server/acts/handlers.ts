import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DisclosureError, toError } from '../../../disclosure/server/errors';
import { findDepartment } from '../../../disclosure/server/reference-data/departments';
import type { Member, Transaction } from '../../../disclosure/server/types';
import { outcomeOf, outcomesOf } from '../../shared/outcomes';
import type { RequestState } from '../../shared/states';
import { withdrawnIn } from '../beside/find-public';
import type { RequestEvent } from '../clock/events';
import { refusalOfOutcome } from '../outcomes/conditions';
import type { RequestRecord } from '../records/records';
import { clockInputOf } from '../store/clock-input';
import type { Content, RequestRow } from '../store/rows';
import { nextNumber, refreshClock } from '../store/write';
import type { RequestVerb } from '../workflow/verbs';
import { CLOSING_HANDLERS } from './handlers/closing';
import { DISPUTE_HANDLERS } from './handlers/disputes';
import { FEE_HANDLERS } from './handlers/fees';
import { assertSubmittedBefore, RECEIPT_HANDLERS } from './handlers/receipt';
import { REVIEW_HANDLERS } from './handlers/reviews';
import { TRANSFER_HANDLERS } from './handlers/transfer';
import type { InputOf } from './inputs';
import { answerOf, requireContent, withAnswer, withWanted } from './sealed';
import { insertRequest } from './submit';

export { answerOf, withWanted } from './sealed';

export type ActContext = { strapi: Core.Strapi; trx: Transaction; row: RequestRow; actor: Member };

/** What a verb does beside its transition: an event for the clock, a record, columns that change, words that are kept. */
export type Done = {
  event?: RequestEvent;
  /** what was proposed, reviewed or decided */
  record?: RequestRecord;
  /** the day of the record, where it is not today's and not the event's */
  on?: string;
  /** what was written to somebody, an opinion, a reason: kept sealed, with the record where there is one */
  note?: string | undefined;
  /** the next state, where the table leaves it open */
  to?: RequestState;
  patch?: Record<string, unknown>;
  /** for the audit log: nothing of what stands in the request */
  details?: Record<string, unknown>;
};

export type Handler<V extends RequestVerb> = (input: InputOf<V>, context: ActContext) => Done | Promise<Done>;

export type HandlersOf<V extends RequestVerb> = { [Verb in V]: Handler<Verb> };

export const HANDLERS: { [V in RequestVerb]: Handler<V> } = {
  async register({ receivedOn, channel }, { trx, row }) {
    assertSubmittedBefore(row, row.channel, receivedOn);
    const number = row.number ?? (await nextNumber(trx, receivedOn.slice(0, 4)));
    return {
      event: { type: 'received', on: receivedOn },
      patch: { number, received_on: receivedOn, ...(channel ? { channel } : {}) },
      details: { number, receivedOn },
    };
  },
  async assign({ department, reason }, { strapi, row }) {
    const found = await findDepartment(strapi, department, new Date());
    if (!found) throw new DisclosureError('INVALID_INPUT', '没有这个部门，请从列表中选择');
    if (department === row.owner) throw new DisclosureError('INVALID_INPUT', '已由该部门承办');
    return {
      record: { type: 'assigned', from: row.owner, to: department },
      note: reason,
      patch: { owner: department, asks_transfer: false },
      details: { from: row.owner, to: department },
    };
  },
  async split({ parts }, { strapi, trx, row, actor }) {
    const content = requireContent(strapi, row);
    const [first, ...others] = parts as [Content['wanted'], ...Content['wanted'][]];
    const form = { medium: row.medium, delivery: row.delivery };
    const receivedOn = String(row.receivedOn);
    for (const wanted of others) {
      const { id } = await insertRequest(
        strapi,
        trx,
        { kind: row.kind, department: row.owner, applicant: content.applicant, wanted, form },
        row.channel,
        actor,
        row.id,
      );
      const number = await nextNumber(trx, receivedOn.slice(0, 4));
      await trx('information_requests')
        .where({ id })
        .update({ number, state: 'handling', received_on: receivedOn });
      await trx.raw(
        `insert into information_request_events (request_id, type, on_day, data, by_name, by_department)
         select ?, type, on_day, data, by_name, by_department from information_request_events where request_id = ? order by id`,
        [id, row.id],
      );
      await refreshClock(strapi, trx, id);
    }
    return { patch: withWanted(strapi, row, content, first), details: { parts: parts.length } };
  },
  askCorrection: ({ on, until, items }) => ({
    event: { type: 'correctionAsked', on, until },
    note: items,
    details: { until },
  }),
  noteCorrection: ({ on, wanted }, { strapi, row }) => ({
    event: { type: 'corrected', on },
    patch: wanted ? withWanted(strapi, row, requireContent(strapi, row), wanted) : {},
  }),
  askReason: ({ on, until }) => ({ event: { type: 'reasonAsked', on, until } }),
  noteReason: ({ on, text }) => ({ event: { type: 'reasonGiven', on }, note: text }),
  delay: ({ on, until }) => ({ event: { type: 'delayed', on, until }, details: { until } }),
  consult: ({ on, of, whom }) => ({
    event: { type: 'consulted', on, of, consultation: randomUUID() },
    note: whom,
    details: { of },
  }),
  noteConsultationReceipt: ({ on, consultation }) => ({
    event: { type: 'consultationReceived', on, consultation },
  }),
  noteConsultationReply: ({ on, consultation, text }) => ({
    event: { type: 'consultationReplied', on, consultation },
    note: text,
  }),
  // the reason stands in the letter to the applicant
  extend: ({ on, days, reason = '' }) => ({
    event: { type: 'extended', on, days },
    note: reason,
    details: { days },
  }),
  ...FEE_HANDLERS,
  saveAnswer: ({ answer }, { strapi, row, actor }) => {
    if (!outcomesOf(row.kind).some(({ code }) => code === answer.outcome)) {
      throw new DisclosureError('INVALID_INPUT', '该办理结果不适用于这类申请，请从列表中选择');
    }
    return { patch: withAnswer(strapi, row, answer, actor.personId) };
  },
  async submit(_input, { strapi, trx, row }) {
    const answer = answerOf(strapi, row);
    // what the answer lacks in itself, the button has told already (`topics/reviews.ts`)
    const missing = await withdrawnIn(strapi, answer?.publications ?? []);
    if (missing.length > 0) throw new DisclosureError('INVALID_CONTENT', missing.join('；'), { missing });
    const unfounded = refusalOfOutcome(String(answer?.outcome), await clockInputOf(strapi, trx, row));
    if (unfounded) throw toError(unfounded);
    return { record: { type: 'submitted' } };
  },
  return: ({ reason }) => ({ record: { type: 'returned' }, note: reason }),
  ...RECEIPT_HANDLERS,
  ...REVIEW_HANDLERS,
  approve: () => ({ record: { type: 'approved' } }),
  send: ({ on, method }, { strapi, row }) => {
    const answer = answerOf(strapi, row);
    if (!answer || !outcomeOf(answer.outcome))
      throw new DisclosureError('INVALID_CONTENT', '答复没有办理结果');
    return {
      event: { type: 'answered', on },
      patch: { outcome: answer.outcome, answered_on: on },
      details: { method, outcome: answer.outcome },
    };
  },
  noteService: ({ on, method }, { row }) => {
    if (row.answeredOn && on < row.answeredOn) {
      throw new DisclosureError('INVALID_INPUT', `送达日期不能早于答复日期${row.answeredOn}`);
    }
    return { details: { on, ...(method ? { method } : {}) } };
  },
  archive: ({ reason }) => ({ record: { type: 'archived' }, note: reason }),
  ...TRANSFER_HANDLERS,
  ...CLOSING_HANDLERS,
  ...DISPUTE_HANDLERS,
};
