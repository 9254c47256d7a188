import { assertReady } from '../gate/ready';
import { advance } from './advance';
import type { Verb } from './verb';

/** 提交审核: the entry is complete and goes to a second person. */
export const submit: Verb = {
  verb: 'submit',
  label: '提交审核',
  from: ['draft', 'returned'],
  to: 'submitted',
  who: 'owner',
  duty: 'editor',
  reason: 'none',
  async apply(context) {
    await assertReady(context);
    return advance(context, { state: 'submitted', submittedAt: context.now.toISOString() });
  },
};
