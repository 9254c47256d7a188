import { assertReady } from '../gate/ready';
import { makePublic } from './make-public';
import type { Verb } from './verb';

/** 发布: draft, edition, publication and number change together or not at all. */
export const publish: Verb = {
  verb: 'publish',
  label: '发布',
  from: ['approved', 'scheduled'],
  to: 'published',
  who: 'owner',
  duty: 'publisher',
  reason: 'none',
  hint: '须先提交并由审核人员审核通过',
  action: 'publish',
  async apply(context) {
    await assertReady(context);
    return makePublic(context, { contributors: [], urgencyReason: null, urgentAt: null });
  },
};
