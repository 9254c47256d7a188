import pLimit from 'p-limit';
import { DisclosureError } from './errors';

export type Turns = {
  /** @throws DisclosureError BUSY at once, where too many wait already */
  take: <T>(work: () => Promise<T>) => Promise<T>;
  /** nobody works or waits */
  isIdle: () => boolean;
};

type Bounds = {
  /** pieces of work at the same time */
  atOnce: number;
  /** others that wait, in the order in which they came; more come from no person */
  waiting: number;
  /** what the one too many is told */
  busy?: string;
};

/** Work that is done in turns: whoever comes first is served first, and a flood is refused instead of remembered. */
export function createTurns({ atOnce, waiting, busy }: Bounds): Turns {
  const limit = pLimit(atOnce);
  return {
    async take(work) {
      if (limit.activeCount + limit.pendingCount >= atOnce + waiting) throw new DisclosureError('BUSY', busy);
      return limit(work);
    },
    isIdle: () => limit.activeCount + limit.pendingCount === 0,
  };
}
