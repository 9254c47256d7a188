import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ResponseStore } from './store';

/** `megabytes`: what kept answers may occupy in this instance; 0: none are kept. */
export const responseCacheSchema = z.strictObject({
  megabytes: z.number().min(0).max(16_384).default(64),
});

const stores = new WeakMap<object, ResponseStore>();

/** The kept answers of this instance. */
export function responseCache(strapi: Core.Strapi): ResponseStore {
  const known = stores.get(strapi);
  if (known) return known;
  const { megabytes } = responseCacheSchema.parse(
    strapi.config.get('plugin::disclosure.responseCache', {}) as unknown,
  );
  const store = new ResponseStore(megabytes * 1_000_000);
  stores.set(strapi, store);
  return store;
}

export const keepsAnswers = (strapi: Core.Strapi): boolean =>
  responseCacheSchema.parse(strapi.config.get('plugin::disclosure.responseCache', {}) as unknown).megabytes >
  0;
