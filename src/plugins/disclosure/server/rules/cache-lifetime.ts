/** Seconds that a public cache may keep an answer, at most; shorter than the lead of a schedule (publish-at.ts). */
export const MAX_LIFETIME_S = 30;

/**
 * Seconds for which an answer given now stays true as far as the clock is concerned: it ends before the
 * next change that is already set. 0 while such a change is overdue.
 *
 * @param nextChange the next instant at which something becomes public or ceases to be
 */
export function cacheLifetime(now: Date, nextChange: Date): number {
  const left = Math.floor((nextChange.getTime() - now.getTime()) / 1000);
  return Math.max(0, Math.min(MAX_LIFETIME_S, left));
}
