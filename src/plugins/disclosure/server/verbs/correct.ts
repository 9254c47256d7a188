import { advance } from './advance';
import type { Verb } from './verb';

/** 更正: opens the working copy again; what is public stays public until the correction is published. */
export const correct: Verb = {
  verb: 'correct',
  label: '更正',
  from: ['published', 'withdrawn'],
  to: 'draft',
  who: 'owner',
  duty: 'editor',
  reason: 'optional',
  apply: (context) => advance(context, { state: 'draft', correctionReason: context.input.reason ?? null }),
};
