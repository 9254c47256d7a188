import type { ClockState } from '../clock/clock';
import type { EventType } from '../clock/events';
import type { Lapse } from '../clock/lapse';

export const CLOCK_LABELS: Record<ClockState, string> = {
  running: '计时中',
  paused: '征求意见，不计时',
  awaitingCorrection: '等待申请人补正',
  awaitingPayment: '等待申请人缴费',
  answered: '不再计时',
};

/** Who has let a term pass, in words. */
const LAPSE_WORDS: Record<Lapse['of'], (until: string) => string> = {
  correction: (until) => `申请人到${until}没有补正`,
  payment: (until) => `申请人到${until}没有缴费`,
  reason: (until) => `申请人到${until}没有说明理由`,
  thirdParty: (until) => `第三方到${until}没有提出意见`,
  coMaker: (until) => `共同制作的机关到${until}没有提出意见`,
};

export const lapseWords = ({ of, until }: Lapse): string => LAPSE_WORDS[of](until);

export const EVENT_LABELS: Record<EventType, string> = {
  received: '收到申请',
  receiptCorrected: '收到申请（更正后的日期）',
  correctionAsked: '告知补正',
  corrected: '收到补正',
  reasonAsked: '要求说明理由',
  reasonGiven: '收到理由',
  delayed: '告知延迟答复',
  consulted: '征求意见',
  consultationReceived: '征求意见书送达',
  consultationReplied: '收到反馈意见',
  extended: '延长答复期限',
  feeNotified: '通知缴费',
  feePaid: '已缴费',
  answered: '答复',
  reopened: '重新答复',
};
