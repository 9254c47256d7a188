import { advance } from './advance';
import type { Verb } from './verb';

/** 退回: the reviewer sends the entry back and says what to mend; what is scheduled is stopped by it. */
export const sendBack: Verb = {
  verb: 'return',
  label: '退回',
  from: ['submitted', 'approved', 'scheduled'],
  to: 'returned',
  who: 'reviewing',
  duty: 'reviewer',
  reason: 'required',
  apply: (context) => advance(context, { state: 'returned', reviewComment: context.input.reason ?? null }),
};
