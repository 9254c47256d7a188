import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import { longDate } from '../../../disclosure/server/rules/days-off';
import type { Member, Transaction } from '../../../disclosure/server/types';
import { CHANNELS, labelIn } from '../../shared/choices';
import { outcomeOf } from '../../shared/outcomes';
import { answerOf, type Done } from '../acts/handlers';
import type { InputOf } from '../acts/inputs';
import type { Clock } from '../clock/clock';
import { TERMS } from '../clock/settings';
import { remediesOf } from '../outcomes/remedies';
import { wantedLine } from '../reads/title';
import { settingsOf } from '../settings';
import { partsOf, type RequestRow } from '../store/rows';
import type { RequestVerb } from '../workflow/verbs';
import { ANSWER_KINDS, type NoticeKindCode } from './kinds';
import type { Values } from './placeholders';

/** A notice that is wanted: what its template is filled with beside what every notice tells. */
export type Asked = {
  kind: NoticeKindCode;
  on: string;
  own: Values;
  /** who gives it; the handling department where nobody is named */
  department?: string;
  /** whom it is written to; the applicant where nobody is named */
  addressee?: string;
  /** the consultation that it asks for */
  consultation?: string;
};

/** An act that has just been written, and the request after it. */
export type ActTold = {
  strapi: Core.Strapi;
  trx: Transaction;
  actor: Member;
  before: RequestRow;
  row: RequestRow;
  done: Done;
  clock: Clock | null;
};

export type NoticeOf<V extends RequestVerb> = (
  input: InputOf<V>,
  told: ActTold,
) => Asked | null | Promise<Asked | null>;

const dueOf = ({ clock }: ActTold): string => (clock?.dueOn ? longDate(clock.dueOn) : '');

const receiptNotice = (told: ActTold): Asked => ({
  ...{ kind: 'receipt', on: todayInShanghai() },
  own: { 答复期限: dueOf(told), 申请方式: labelIn(CHANNELS, told.row.channel) },
});

/** The notice of each act that is told to somebody. */
export const NOTICE_OF_ACT: { [V in RequestVerb]?: NoticeOf<V> } = {
  register: (_input, told) => receiptNotice(told),
  // the applicant has been told another day, and with it another term
  correctReceipt: (_input, told) =>
    told.done.event && !told.row.outcome && !told.row.firstOutcome ? receiptNotice(told) : null,
  askCorrection: ({ on, until, items }) => ({
    ...{ kind: 'correction', on },
    own: { 补正事项: items, 补正期限: longDate(until) },
  }),
  askReason: ({ on, until }) => ({ kind: 'reason', on, own: { 说明期限: longDate(until) } }),
  delay: ({ on, until, reason }) => ({
    ...{ kind: 'delay', on },
    own: { 延迟期限: longDate(until), 理由: reason ?? '' },
  }),
  extend: ({ on, reason }, told) => ({
    ...{ kind: 'extension', on },
    own: { 理由: reason ?? '', 答复期限: dueOf(told) },
  }),
  consult: ({ on, of, whom }, { done }) => ({
    kind: (
      { thirdParty: 'thirdPartyOpinion', coMaker: 'coMakerOpinion', otherOrgan: 'organOpinion' } as const
    )[of],
    ...{ on, addressee: whom },
    ...(done.event?.type === 'consulted' ? { consultation: done.event.consultation } : {}),
    own: { 征求对象: whom, 反馈期限: `${TERMS.consultation}个工作日` },
  }),
  notifyFee: ({ on }, { strapi, done, clock }) => {
    const fee = JSON.parse(done.note ?? '{}') as { yuan?: number; explanation?: string };
    return {
      ...{ kind: 'fee', on },
      own: {
        计费说明: fee.explanation ?? '',
        金额: `${fee.yuan ?? ''}元`,
        缴费期限: clock?.applicantBy ? longDate(clock.applicantBy) : '',
        // the template ends the sentence
        缴纳方式: settingsOf(strapi).documents.payment.replace(/。$/, ''),
      },
    };
  },
  async split({ reason }, { strapi, trx, before, row }) {
    const all = [row, ...(await partsOf(trx, row.id))];
    const lines = all.map((part) => `${part.number}：${wantedLine(strapi, part) ?? ''}`);
    return {
      ...{ kind: 'split', on: todayInShanghai() },
      own: { 申请内容: wantedLine(strapi, before) ?? '', 拆分情况: lines.join('\n'), 理由: reason ?? '' },
    };
  },
  // before its registration an application is only handed on within the district
  async assign({ reason }, { strapi, actor, row }) {
    if (!row.receivedOn) return null;
    return {
      ...{ kind: 'assignment', on: todayInShanghai(), department: actor.department },
      own: { 转办机关: await nameOfDepartment(strapi, row.owner), 理由: reason ?? '' },
    };
  },
  send: ({ on }, told) => answerNotice(told.strapi, told.row, on),
  informThirdParty: ({ on, text }) => ({
    ...{ kind: 'thirdPartyDecision', on, addressee: '有关第三方' },
    own: { 告知内容: text },
  }),
  close: ({ on }, told) => answerNotice(told.strapi, told.row, on),
};

/** Verbs with which something is written that a preview can show. */
export const mayPreview = (verb: RequestVerb): boolean => verb in NOTICE_OF_ACT || verb === 'saveAnswer';

/** 答复书 as its draft stands; null without a draft. */
export function answerNotice(strapi: Core.Strapi, row: RequestRow, on: string): Asked | null {
  const answer = answerOf(strapi, row);
  const outcome = answer ? outcomeOf(answer.outcome) : undefined;
  if (!answer || !outcome) return null;
  return {
    ...{ kind: ANSWER_KINDS[outcome.group], on },
    own: {
      办理结果: outcome.label,
      依据: outcome.basis ? `根据${outcome.basis}的规定，` : '',
      答复内容: answer.text,
      答复理由: answer.reasons,
      救济途径: remediesOf(outcome, settingsOf(strapi)),
    },
  };
}
