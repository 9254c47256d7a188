import type { Core } from '@strapi/strapi';
import { responseCache } from './cache';

const values = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * What many answers need and what follows from reference data alone (columns, departments), kept in memory until a change
 * of it is told to every instance. While this instance does not hear the others, it is made anew each time.
 */
export function keptValue<T>(strapi: Core.Strapi, key: string, make: () => Promise<T>): Promise<T> {
  const store = responseCache(strapi);
  if (!store.isOn) return make();
  // taken before it is made: made from before a change, it is found by nobody after it
  const { era } = store;
  const kept = values.get(era) ?? new Map<string, Promise<unknown>>();
  values.set(era, kept);
  const known = kept.get(key) as Promise<T> | undefined;
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
