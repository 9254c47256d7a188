import type { Core } from '@strapi/strapi';
import { deliverDue } from '../outbox/deliver';
import { WAKE_CHANNEL } from '../outbox/enqueue';
import { startListening } from '../outbox/listen';
import { sweepOutbox } from '../outbox/sweep';
import { cacheListener } from '../response-cache/hear';
import { sweepRosters } from '../rosters/sweep';
import { sweepUnsaved } from '../unsaved/sweep';
import { startClock } from './clock';
import { findNextChange } from './next-change';
import { publishDue } from './publish-scheduled';
import { takeDownDue } from './take-down';

/** Milliseconds until what could not be settled is tried again. */
const AGAIN_MS = 5_000;

/** What is done by the clock. Each job sees to it itself that only one instance does it. */
async function look(strapi: Core.Strapi): Promise<Date> {
  const now = new Date();
  let unsettled = 0;
  const jobs = [
    async () => {
      ({ unsettled } = await publishDue(strapi));
    },
    () => takeDownDue(strapi),
    () => sweepRosters(strapi),
    () => sweepOutbox(strapi),
    () => sweepUnsaved(strapi),
  ];
  for (const job of jobs) await job().catch((error: unknown) => strapi.log.error(error));
  const next = await findNextChange(strapi, now);
  return unsettled > 0 ? new Date(Date.now() + AGAIN_MS) : next;
}

/**
 * Starts the clocks: one for what becomes public or ceases to be, one for what follows from it. Both are
 * woken by what other instances, and this one, announce.
 *
 * @returns what stops them, when what runs has ended
 */
export function startJobs(strapi: Core.Strapi): () => Promise<void> {
  const clocks = [startClock(strapi, () => look(strapi)), startClock(strapi, () => deliverDue(strapi))];
  const wake = () => {
    for (const clock of clocks) clock.wake();
  };
  // what was announced while nobody listened is unknown, so the clocks look then as well
  const stopListening = startListening(strapi, [
    { channel: WAKE_CHANNEL, hear: wake, begin: wake },
    cacheListener(strapi),
  ]);
  return async () => {
    await stopListening();
    await Promise.all(clocks.map(({ stop }) => stop()));
  };
}
