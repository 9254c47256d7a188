import { CLOSING_VERBS } from './topics/closing';
import { DISPUTE_VERBS } from './topics/disputes';
import { FEE_VERBS } from './topics/fees';
import { RECEIPT_VERBS } from './topics/receipt';
import { REVIEW_VERBS } from './topics/reviews';
import { TRANSFER_VERBS } from './topics/transfer';
import { editor, handling, note, reviewer, type VerbRow } from './verb-row';

export type { VerbRow } from './verb-row';

/**
 * The transition table: everything that is done with a request by people of the district. The applicant's own acts
 * (correct, give reasons, withdraw) are told by her code, not by a duty.
 */
export const VERBS = {
  register: {
    ...{ label: '登记', from: ['submitted'], to: 'handling', by: 'either', duties: editor },
  },
  ...RECEIPT_VERBS,
  assign: {
    ...{
      label: '转承办部门',
      from: ['submitted', 'handling'],
      to: null,
      by: 'office',
      duties: [],
      reason: true,
    },
  },
  ...TRANSFER_VERBS,
  split: {
    label: '拆分（一事一申请）',
    from: handling,
    to: null,
    by: 'either',
    duties: editor,
    reason: true,
  },
  askCorrection: note('告知补正'),
  noteCorrection: note('登记补正'),
  askReason: note('要求说明理由'),
  noteReason: note('登记理由'),
  delay: { ...note('延迟答复'), duties: reviewer, reason: true },
  consult: note('征求意见'),
  noteConsultationReceipt: note('登记征求意见书送达'),
  noteConsultationReply: note('登记反馈意见'),
  // 经政府信息公开工作机构负责人同意 (条例第三十三条)
  extend: { label: '延长答复期限', from: handling, to: null, by: 'either', duties: reviewer, reason: true },
  ...FEE_VERBS,
  saveAnswer: { label: '保存答复', from: handling, to: null, by: 'department', duties: editor },
  submit: { label: '提交审核', from: handling, to: 'reviewing', by: 'department', duties: editor },
  return: {
    label: '退回',
    from: ['reviewing'],
    to: 'handling',
    by: 'department',
    duties: reviewer,
    reason: true,
  },
  ...REVIEW_VERBS,
  approve: {
    label: '审核通过',
    from: ['reviewing'],
    to: 'approved',
    by: 'department',
    duties: reviewer,
    second: true,
  },
  send: { label: '发出答复', from: ['approved'], to: 'sent', by: 'department', duties: editor },
  ...CLOSING_VERBS,
  noteService: { label: '登记送达', from: ['sent'], to: 'served', by: 'either', duties: editor },
  archive: { label: '归档', from: ['served', 'withdrawn'], to: 'archived', by: 'either', duties: editor },
  ...DISPUTE_VERBS,
} as const satisfies Record<string, VerbRow>;

export type RequestVerb = keyof typeof VERBS;
export const VERB_NAMES = Object.keys(VERBS) as RequestVerb[];
export const verbRow = (verb: RequestVerb): VerbRow => VERBS[verb];
