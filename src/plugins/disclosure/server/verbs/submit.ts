import { assertRowInForce } from '../catalogue/settle-row';
import { assertComplete } from '../gate/completeness';
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
    assertComplete(context.type, context.draft, context.now);
    await assertRowInForce(context);
    return advance(context, { state: 'submitted', submittedAt: context.now.toISOString() });
  },
};
