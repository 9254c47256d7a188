import { refuse } from '../../../../disclosure/server/errors';
import { codesOf } from '../../../shared/choices';
import { STATES } from '../../../shared/states';
import type { ProgressCheck } from '../progress';
import { editor, reviewer, type VerbRow } from '../verb-row';

/** Also against there being no answer: so in every state. */
const always = codesOf(STATES);
const noting = (label: string): VerbRow => ({
  ...{ label, from: always, to: null, by: 'either', duties: reviewer },
});

/** 行政复议、行政诉讼, and answering anew after an answer was set right. */
export const DISPUTE_VERBS = {
  fileDispute: noting('登记复议、诉讼'),
  closeDispute: noting('登记复议、诉讼结果'),
  correctDispute: { ...noting('更正复议、诉讼登记'), reason: true },
  reopen: {
    ...{ label: '重新答复', from: ['sent', 'served', 'archived'], to: 'handling', by: 'either' },
    ...{ duties: reviewer },
  },
  // 条例第三十二条: what is disclosed over the objection of a third party is told to it with the reasons
  informThirdParty: {
    ...{
      label: '告知第三方决定公开',
      from: ['handling', 'reviewing', 'approved', 'sent', 'served'],
      to: null,
    },
    ...{ by: 'either', duties: editor },
  },
} as const satisfies Record<string, VerbRow>;

export const DISPUTE_CHECKS = {
  closeDispute: (_actor, { disputes }) =>
    disputes.some(({ closedOn }) => !closedOn)
      ? null
      : refuse('INVALID_TRANSITION', '没有尚未审结的复议、诉讼'),
  correctDispute: (_actor, { disputes }) =>
    disputes.length > 0 ? null : refuse('INVALID_TRANSITION', '没有登记过复议、诉讼'),
  split: (_actor, { reopened }) =>
    reopened > 0 ? refuse('INVALID_TRANSITION', '重新答复的申请不再拆分，请一并答复') : null,
  reopen: (_actor, { disputes, reopened }) =>
    disputes.filter(({ result }) => result === 'corrected').length > reopened
      ? null
      : refuse('INVALID_TRANSITION', '只有复议、诉讼结果为“结果纠正”的，才能重新答复；请先登记结果'),
} satisfies Record<string, ProgressCheck>;
