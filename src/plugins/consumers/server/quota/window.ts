import { addDays, todayInShanghai } from '../../../disclosure/server/rules/dates';

/** A stretch of time with a limit. */
export type Window = { name: string; endsAt: Date };

const MINUTE_MS = 60_000;

/** The minute of an instant. Pure. */
export function minuteOf(now: Date): Window {
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  return {
    name: new Date(minute * MINUTE_MS).toISOString().slice(0, 16),
    endsAt: new Date((minute + 1) * MINUTE_MS),
  };
}

/** The day in Asia/Shanghai of an instant. Pure. */
export function dayOf(now: Date): Window {
  const day = todayInShanghai(now);
  return { name: day, endsAt: new Date(`${addDays(day, 1)}T00:00:00+08:00`) };
}

/**
 * How many requests an instance takes from a window at once: few enough that what it does not give out is no loss,
 * many enough that it seldom writes. Pure.
 */
export const handful = (limit: number): number => Math.min(500, Math.max(1, Math.ceil(limit / 50)));

/** Whole seconds until a window ends, at least one. Pure. */
export const secondsUntil = (end: Date, now: Date): number =>
  Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 1000));
