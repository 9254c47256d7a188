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
  apply: (context) => advance(context, { state: 'approved', reviewComment: context.input.comment ?? null }),
};
