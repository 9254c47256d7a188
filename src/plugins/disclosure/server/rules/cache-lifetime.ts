/** Seconds that a public cache may keep an answer, at most; shorter than the lead of a schedule (publish-at.ts). */
export const MAX_LIFETIME_S = 30;
/** Seconds for which it may still give it while it asks anew; both together stay below the lead of a schedule. */
export const MAX_STALE_S = 20;

/**
 * Seconds for which an answer given now stays true as far as the clock is concerned: it ends before the
 * next change that is already set. 0 while such a change is overdue.
 *
 * @param nextChange the next instant at which something becomes public or ceases to be
 */
export function cacheLifetime(now: Date, nextChange: Date): number {
  return Math.min(MAX_LIFETIME_S, secondsLeft(now, nextChange));
}

const secondsLeft = (now: Date, nextChange: Date): number =>
  Math.max(0, Math.floor((nextChange.getTime() - now.getTime()) / 1000));

/** `Cache-Control` of an answer given now. Null: the next change is not known, so nothing is kept. */
export function cacheControlFor(now: Date, nextChange: Date | null): string {
  const lifetime = nextChange ? cacheLifetime(now, nextChange) : 0;
  if (!nextChange || lifetime === 0) return 'no-cache';
  const stale = Math.min(MAX_STALE_S, secondsLeft(now, nextChange) - lifetime);
  return `public, max-age=${lifetime}${stale > 0 ? `, stale-while-revalidate=${stale}` : ''}`;
}
