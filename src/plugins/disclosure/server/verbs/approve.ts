import { reviewAtApproval } from '../privacy/gate-check';
import { advance } from './advance';
import type { Verb } from './verb';

/** 审核通过 (条例第十七条): by a person who wrote none of it. */
export const approve: Verb = {
  verb: 'approve',
  label: '审核通过',
  from: ['submitted'],
  to: 'approved',
  who: 'reviewing',
  duty: 'reviewer',
  secondPerson: true,
  reason: 'none',
  async apply(context) {
    const { values, details } = await reviewAtApproval(context);
    const reviewComment = context.input.comment ?? null;
    return { ...(await advance(context, { state: 'approved', reviewComment, ...values })), details };
  },
};
