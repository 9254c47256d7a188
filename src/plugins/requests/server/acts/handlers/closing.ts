import { DisclosureError } from '../../../../disclosure/server/errors';
import { clockOf } from '../../clock/clock';
import { clockInputOf } from '../../store/clock-input';
import type { CLOSING_VERBS } from '../../workflow/topics/closing';
import type { HandlersOf } from '../handlers';
import { withAnswer } from '../sealed';
import { withdrawal } from '../withdrawal';

const WORDS = {
  awaitingCorrection: {
    outcome: 'other.overdueCorrection',
    text: (until: string) =>
      `您（单位）没有在${until}前补正申请内容，视为放弃申请，本机关不再处理该政府信息公开申请。`,
  },
  awaitingPayment: {
    outcome: 'other.overdueFee',
    text: (until: string) =>
      `您（单位）没有在${until}前按收费通知的要求缴纳信息处理费，视为放弃申请，本机关不再处理该政府信息公开申请。`,
  },
};

export const CLOSING_HANDLERS: HandlersOf<keyof typeof CLOSING_VERBS> = {
  async close({ on, reason = '' }, { strapi, trx, row, actor }) {
    const clock = clockOf(await clockInputOf(strapi, trx, row, on));
    const words = WORDS[clock.state as keyof typeof WORDS];
    if (!words || !clock.applicantBy || clock.applicantBy >= on) {
      throw new DisclosureError('INVALID_INPUT', `在${on}申请人还没有逾期，请核对日期`);
    }
    const { outcome } = words;
    const answer = { outcome, text: words.text(clock.applicantBy), reasons: reason, publications: [] };
    return {
      event: { type: 'answered', on },
      record: { type: 'closed', outcome },
      patch: { ...withAnswer(strapi, row, answer, actor.personId), outcome, answered_on: on },
      details: { outcome },
    };
  },
  async noteWithdrawal({ on, how }, { strapi, trx, row }) {
    const { events } = await clockInputOf(strapi, trx, row);
    return { ...withdrawal(events, on), record: { type: 'withdrawalNoted' }, note: how };
  },
};
