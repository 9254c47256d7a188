import type { Core } from '@strapi/strapi';
import { addDays, todayInShanghai } from '../rules/dates';
import { nextPublishAt } from '../schedule/schedules';

const known = new WeakMap<object, Date>();

/** The first instant of the next day in Shanghai: what ends with a day (公示期, 有效期) changes then. */
export const nextMidnight = (now: Date): Date =>
  new Date(`${addDays(todayInShanghai(now), 1)}T00:00:00+08:00`);

/**
 * Looks up when the public next sees something else by the clock alone, and remembers it for
 * `knownNextChange`. After the work of a look, never before: until then what is due counts as overdue.
 */
export async function findNextChange(strapi: Core.Strapi, now: Date): Promise<Date> {
  const midnight = nextMidnight(now);
  const publication = await nextPublishAt(strapi.db.connection);
  const next = publication && publication < midnight ? publication : midnight;
  known.set(strapi, next);
  return next;
}

/** What the last look has found: at most a minute old, and renewed when something is scheduled. Null before the first. */
export const knownNextChange = (strapi: Core.Strapi): Date | null => known.get(strapi) ?? null;
