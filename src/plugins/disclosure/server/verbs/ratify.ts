import { advance } from './advance';
import type { Verb } from './verb';

/** 补办审核: the review that an urgent publication still needs, by a person who had no part in it. */
export const ratify: Verb = {
  verb: 'ratify',
  label: '补办审核',
  from: ['published'],
  to: 'same',
  live: true,
  unratified: true,
  who: 'reviewing',
  duty: 'reviewer',
  secondPerson: true,
  reason: 'none',
  hint: '只有紧急发布、尚未补办审核的信息需要；有问题的请更正或者撤回',
  apply: (context) => advance(context, { contributors: [], urgencyReason: null, urgentAt: null }),
};
