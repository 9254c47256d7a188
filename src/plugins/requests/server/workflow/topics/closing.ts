import { refuse } from '../../../../disclosure/server/errors';
import { OPEN } from '../../../shared/states';
import type { ProgressCheck } from '../progress';
import { editor, handling, reviewer, type VerbRow } from '../verb-row';

/** Ends that are no answer to what was asked. Nothing ends by the mere passing of time: a person says so. */
export const CLOSING_VERBS = {
  // 条例第三十条; 国办函〔2020〕109号
  close: {
    ...{
      label: '逾期不再处理',
      from: handling,
      to: 'sent',
      by: 'department',
      duties: reviewer,
      reason: true,
    },
  },
  noteWithdrawal: {
    ...{ label: '登记申请人撤回', from: OPEN, to: 'withdrawn', by: 'either', duties: editor },
  },
} as const satisfies Record<string, VerbRow>;

export const CLOSING_CHECKS = {
  close: (_actor, { clock, today }) => {
    if (!clock?.applicantBy) return refuse('INVALID_TRANSITION', '没有等待申请人补正或者缴费');
    return clock.applicantBy < today
      ? null
      : refuse('INVALID_TRANSITION', `申请人的期限到${clock.applicantBy}为止，还没有逾期`);
  },
} satisfies Record<string, ProgressCheck>;
