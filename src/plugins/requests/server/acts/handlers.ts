import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { findDepartment } from '../../../disclosure/server/reference-data/departments';
import { shanghaiDateOf } from '../../../disclosure/server/rules/dates';
import type { Member, Transaction } from '../../../disclosure/server/types';
import { outcomeOf } from '../../shared/outcomes';
import type { RequestEvent } from '../clock/events';
import { proposeFee } from '../fees/fees';
import { openFor, sealFor, tracesOf } from '../store/keys';
import { type Content, contentOf, type RequestRow } from '../store/rows';
import { nextNumber } from '../store/write';
import type { RequestVerb } from '../workflow/verbs';
import { type Answer, missingIn } from './answer';
import type { InputOf } from './inputs';
import { insertRequest, textOf } from './submit';

export type ActContext = { strapi: Core.Strapi; trx: Transaction; row: RequestRow; actor: Member };

/** What a verb does beside its transition: an event for the clock, columns that change, words for the record. */
export type Done = {
  event?: RequestEvent;
  /** what was written to somebody: kept sealed */
  note?: string;
  patch?: Record<string, unknown>;
  /** for the audit log: nothing of what stands in the request */
  details?: Record<string, unknown>;
};

type Handler<V extends RequestVerb> = (input: InputOf<V>, context: ActContext) => Done | Promise<Done>;

export const HANDLERS: { [V in RequestVerb]: Handler<V> } = {
  async register({ receivedOn, channel }, { trx, row }) {
    const submittedOn = shanghaiDateOf(row.submittedAt);
    // 以双方确认之日为收到申请之日 (条例第三十一条第三项)
    if (row.channel === 'online' && receivedOn < submittedOn) {
      throw new DisclosureError('INVALID_INPUT', `网上申请于${submittedOn}提交，收到日期不能更早`);
    }
    const number = row.number ?? (await nextNumber(trx, receivedOn.slice(0, 4)));
    return {
      event: { type: 'received', on: receivedOn },
      patch: { number, received_on: receivedOn, ...(channel ? { channel } : {}) },
      details: { number, receivedOn },
    };
  },
  async assign({ department }, { strapi, row }) {
    const found = await findDepartment(strapi, department, new Date());
    if (!found) throw new DisclosureError('INVALID_INPUT', '没有这个部门，请从列表中选择');
    if (department === row.owner) throw new DisclosureError('INVALID_INPUT', '已由该部门承办');
    return { patch: { owner: department }, details: { from: row.owner, to: department } };
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
        { department: row.owner, applicant: content.applicant, wanted, form },
        row.channel,
        actor,
        row.id,
      );
      const number = await nextNumber(trx, receivedOn.slice(0, 4));
      await trx('information_requests')
        .where({ id })
        .update({ number, state: 'handling', received_on: receivedOn, due_on: row.dueOn });
      await trx.raw(
        `insert into information_request_events (request_id, type, on_day, data, by_name, by_department)
         select ?, type, on_day, data, by_name, by_department from information_request_events where request_id = ? order by id`,
        [id, row.id],
      );
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
  async notifyFee({ on, basis, pages }, { trx, row }) {
    if (basis === 'volume' && pages === undefined)
      throw new DisclosureError('INVALID_INPUT', '按量计收的，请填写页数');
    const fee = proposeFee(basis, { ordinal: await ordinalOf(trx, row), pages: pages ?? 0 });
    if (fee.yuan === 0) throw new DisclosureError('INVALID_INPUT', `${fee.explanation},不收费，不用通知缴费`);
    return {
      event: { type: 'feeNotified', on },
      note: JSON.stringify(fee),
      details: { basis, yuan: fee.yuan },
    };
  },
  notePayment: ({ on }) => ({ event: { type: 'feePaid', on } }),
  saveAnswer: ({ answer }, { strapi, row, actor }) => ({
    patch: {
      answer: sealFor(strapi, row.id, answer),
      authors: JSON.stringify([...new Set([...row.authors, actor.personId])]),
    },
  }),
  submit: (_input, { strapi, row }) => {
    const missing = missingIn(answerOf(strapi, row));
    if (missing.length > 0) throw new DisclosureError('INVALID_CONTENT', missing.join(';'), { missing });
    return {};
  },
  return: () => ({}),
  approve: ({ legalOpinion, secrecyOpinion }) => ({ details: { legalOpinion, secrecyOpinion } }),
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
  archive: () => ({}),
};

export const answerOf = (strapi: Core.Strapi, { id, answer }: RequestRow): Answer | null =>
  answer ? openFor<Answer>(strapi, id, answer) : null;

function requireContent(strapi: Core.Strapi, row: RequestRow): Content {
  const content = contentOf(strapi, row);
  if (!content) throw new DisclosureError('INVALID_TRANSITION', '申请内容已按期删除');
  return content;
}

export const withWanted = (
  strapi: Core.Strapi,
  { id }: RequestRow,
  content: Content,
  wanted: Content['wanted'],
): Record<string, unknown> => ({
  sealed: sealFor(strapi, id, { ...content, wanted }),
  traces: tracesOf(strapi, textOf(wanted)),
});

/** Which of the applicant's requests of the month this is, by the day of receipt (国办函〔2020〕109号第四条). */
async function ordinalOf(trx: Transaction, row: RequestRow): Promise<number> {
  const { rows } = await trx.raw(
    `select count(*)::int as n from information_requests
      where applicant_key = ? and date_trunc('month', received_on) = date_trunc('month', ?::date)
        and (received_on, number) <= (?::date, ?)`,
    [row.applicantKey, row.receivedOn, row.receivedOn, row.number],
  );
  return Math.max(1, rows[0].n);
}
