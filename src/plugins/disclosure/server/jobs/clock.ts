import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

/** Milliseconds between two looks, at most: what nobody announced is noticed within it. */
const AT_MOST_MS = 60_000;

/** Milliseconds until the next look: at the instant that was named, bounded by the regular look. */
export function untilNextLook(next: Date | null, now: Date): number {
  if (!next) return AT_MOST_MS;
  return Math.min(AT_MOST_MS, Math.max(0, next.getTime() - now.getTime()));
}

export type Clock = {
  /** Looks as soon as the running look has ended. */
  wake: () => void;
  /** Ends it, when what runs has ended. */
  stop: () => Promise<void>;
};

/**
 * Does something by the clock: at once, when woken, at the instant that the last look named, and at
 * least every minute. Never two looks of one clock at a time.
 *
 * @param look does the work; gives the instant of the next work that it knows of
 */
export function startClock(strapi: Core.Strapi, look: () => Promise<Date | null>): Clock {
  let timer: NodeJS.Timeout | undefined;
  let queued = false;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const turn = async () => {
    queued = false;
    if (stopped) return;
    let next: Date | null = null;
    try {
      next = await look();
    } catch (error) {
      strapi.log.error(error);
    }
    if (stopped || queued) return;
    timer = setTimeout(wake, untilNextLook(next, new Date()));
    timer.unref();
  };
  // in the context of the start: whoever wakes it may be in a transaction, of which a look is no part
  const wake = AsyncResource.bind(() => {
    clearTimeout(timer);
    if (queued || stopped) return;
    queued = true;
    running = running.then(turn);
  });
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
