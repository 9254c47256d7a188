import { advance } from './advance';
import type { Verb } from './verb';

/** 取消定时: back to 待发布, by a person, or by the job that could not publish it. */
export const unschedule: Verb = {
  verb: 'unschedule',
  label: '取消定时',
  from: ['scheduled'],
  to: 'approved',
  who: 'owner',
  duty: 'publisher',
  reason: 'optional',
  hint: '只有定时待发布的信息需要',
  apply: (context) => advance(context, { state: 'approved' }),
};
