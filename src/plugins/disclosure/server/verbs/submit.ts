import { keepPictures } from '../gate/keep-pictures';
import { assertReady } from '../gate/ready';
import { reviewAtSubmission } from '../privacy/gate-check';
import { advance } from './advance';
import type { Verb } from './verb';

/** 提交审核: the entry is complete and goes to a second person; personal data only with a reason. */
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
    await keepPictures(context);
    const { values, details } = await reviewAtSubmission(context);
    const submittedAt = context.now.toISOString();
    return { ...(await advance(context, { state: 'submitted', submittedAt, ...values })), details };
  },
};
