import { advance } from './advance';
import type { Verb } from './verb';

/** 退回: the reviewer sends the entry back and says what to mend. */
export const sendBack: Verb = {
  verb: 'return',
  label: '退回',
  from: ['submitted', 'approved'],
  to: 'returned',
  who: 'reviewing',
  duty: 'reviewer',
  reason: 'required',
  apply: (context) => advance(context, { state: 'returned', reviewComment: context.input.reason ?? null }),
};
