import { MINUTE_MS } from '../clock';
import type { LockPolicy } from '../settings';

/** Failed attempts of one account since the last success. */
export type Failures = { failures: number; lastFailedAt: Date; lockedUntil: Date | null };

/** Until when an account is locked; null when it is not. */
export const lockedUntil = (state: Failures | null, at: Date): Date | null =>
  state?.lockedUntil && state.lockedUntil > at ? state.lockedUntil : null;

/** The state after one more failure: old ones are forgotten with the time that a lock lasts. */
export function afterFailure(before: Failures | null, at: Date, { failures, minutes }: LockPolicy): Failures {
  const span = minutes * MINUTE_MS;
  const isFresh =
    before !== null && before.lockedUntil === null && at.getTime() - before.lastFailedAt.getTime() <= span;
  const count = (isFresh ? before.failures : 0) + 1;
  return {
    failures: count,
    lastFailedAt: at,
    lockedUntil: count >= failures ? new Date(at.getTime() + span) : null,
  };
}
