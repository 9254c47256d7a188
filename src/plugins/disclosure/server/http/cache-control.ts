import type { Core } from '@strapi/strapi';
import { knownNextChange } from '../jobs/next-change';
import { isListening } from '../outbox/listen';
import { cacheControlFor } from '../rules/cache-lifetime';

type Told = { second: number; nextChange: Date | null; value: string };

/** `Cache-Control` as told last: the thousands of answers of a second have the same. */
const told = new WeakMap<object, Told>();

/**
 * How long caches may keep the answer of a public read that is known to be true at an instant: never beyond the
 * next scheduled publication or take-down. An instance that does not hear the others knows of none, and lets
 * nothing be kept.
 */
export function publicCacheControl(strapi: Core.Strapi, now = Date.now()): string {
  const second = Math.floor(now / 1000);
  const nextChange = isListening(strapi) ? knownNextChange(strapi) : null;
  const last = told.get(strapi);
  if (last?.second === second && last.nextChange === nextChange) return last.value;
  const value = cacheControlFor(new Date(now), nextChange);
  told.set(strapi, { second, nextChange, value });
  return value;
}
