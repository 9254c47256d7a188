import { DisclosureError } from '../errors';
import { assertReady } from '../gate/ready';
import { assertReleasable } from '../gate/release';
import { prepareLinks } from '../links/write-links';
import { assertNoPersonalData } from '../privacy/gate-check';
import { shanghaiInstant } from '../rules/dates';
import { readPublishAt } from '../rules/publish-at';
import { writeSchedule } from '../schedule/schedules';
import { scheduleMaxDays } from '../schedule/settings';
import { advance } from './advance';
import type { Verb } from './verb';

/** 定时发布: public by itself at an instant to come; what publishing asks for is asked for now, and then again. */
export const schedule: Verb = {
  verb: 'schedule',
  label: '定时发布',
  from: ['approved'],
  to: 'scheduled',
  who: 'owner',
  duty: 'publisher',
  reason: 'none',
  hint: '须先由审核人员审核通过；要改时间的，请先取消定时',
  async apply(context) {
    const { input, draft, now, strapi } = context;
    const takeDownOn = draft.takeDownOn ? String(draft.takeDownOn) : null;
    const at = readPublishAt({
      publishAt: input.publishAt,
      now,
      maxDays: scheduleMaxDays(strapi),
      takeDownOn,
    });
    if (typeof at === 'string') throw new DisclosureError('INVALID_INPUT', at);
    await assertReady(context);
    await assertReleasable(context);
    await prepareLinks(context);
    await assertNoPersonalData(context);
    await writeSchedule(context, at);
    return {
      ...(await advance(context, { state: 'scheduled' })),
      details: { publishAt: shanghaiInstant(at) },
    };
  },
};
