import { refuse } from '../../../../disclosure/server/errors';
import { lastOf } from '../../records/records';
import type { ProgressCheck } from '../progress';
import { editor, note, reviewer, type VerbRow } from '../verb-row';

/** 信息处理费: proposed by one person, decided by another; the applicant is told what was decided (国办函〔2020〕109号). */
export const FEE_VERBS = {
  proposeFee: { ...note('收费建议'), duties: editor },
  decideFee: { ...note('收费决定'), duties: reviewer },
  notifyFee: note('通知缴费'),
  notePayment: note('登记缴费'),
} as const satisfies Record<string, VerbRow>;

/** The proposal that waits for a decision. */
export const openProposal = ({ records }: Pick<Parameters<ProgressCheck>[1], 'records'>) => {
  const last = lastOf(records, 'feeProposed', 'feeDecided');
  return last?.type === 'feeProposed' ? last : null;
};

/** What was decided, unless something else has been proposed since. */
export const feeDecision = ({ records }: Pick<Parameters<ProgressCheck>[1], 'records'>) => {
  const last = lastOf(records, 'feeProposed', 'feeDecided');
  return last?.type === 'feeDecided' ? last : null;
};

export const FEE_CHECKS = {
  // 条例第四十二条 lets information alone be charged for
  proposeFee: (_actor, { kind, isFeeNotified }) => {
    if (kind === 'correction') return refuse('INVALID_TRANSITION', '更正申请不收取信息处理费');
    return isFeeNotified ? refuse('INVALID_TRANSITION', '已通知申请人缴费，不能再提收费建议') : null;
  },
  decideFee: (actor, progress) => {
    const proposal = openProposal(progress);
    if (!proposal) return refuse('INVALID_TRANSITION', '没有待决定的收费建议，请先由承办人提出');
    return proposal.byPerson === actor.personId
      ? refuse('NEEDS_SECOND_REVIEWER', '本人提出的收费建议须由另一位审核人员决定')
      : null;
  },
  notifyFee: (_actor, progress) =>
    feeDecision(progress)?.charge
      ? null
      : refuse('INVALID_TRANSITION', '还没有作出收费的决定，不能通知缴费；请先提出收费建议并作出决定'),
} satisfies Record<string, ProgressCheck>;
