import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { type ChannelListener, isListening } from '../outbox/listen';
import { replicaOf } from '../replica/public-reads';
import type { Transaction } from '../types';
import { keepsAnswers, responseCache } from './cache';

/** On which the database tells what kept answers are made of (database/migrations: `tell_caches…`). */
const CHANNEL = 'disclosure_cache';
/** A transaction has been heard of to its end. */
const END = 'end:';
/** Milliseconds that a verb waits for its own instance to hear of it, at most. */
const HEARD_MS = 1_000;

const waiting = new Map<string, () => void>();
const announced = new WeakSet<object>();

/** Forgets answers as the database tells of changes; keeps none while it hears nothing. */
export function cacheListener(strapi: Core.Strapi): ChannelListener {
  const store = responseCache(strapi);
  return {
    channel: CHANNEL,
    hear(payload) {
      if (payload.startsWith(END)) {
        waiting.get(payload)?.();
        return;
      }
      const tags = payload.split(' ');
      // before the answers are forgotten: those that are made anew read what they were forgotten for
      replicaOf(strapi)?.changed();
      store.invalidate(tags);
    },
    begin() {
      replicaOf(strapi)?.changed();
      store.clear();
      if (keepsAnswers(strapi)) store.switchOn();
    },
    lose() {
      replicaOf(strapi)?.deaf();
      store.switchOff();
    },
  };
}

/** Notes that a transaction changes what the public sees: its end is waited for by `announceEnd`. */
export const waitForOwnCache = (trx: object): void => {
  announced.add(trx);
};

/**
 * Sends a last notice in a transaction that changes what the public sees. Notices are heard in their order, so
 * whoever has heard it has forgotten every older answer: a department that has published reads what it published.
 *
 * @returns what waits for this instance to hear it, after the commit; null where nobody needs to
 */
export async function announceEnd(
  strapi: Core.Strapi,
  trx: Transaction,
): Promise<(() => Promise<void>) | null> {
  if (!announced.has(trx) || !strapi.server.httpServer.listening || !isListening(strapi)) return null;
  const notice = `${END}${randomUUID()}`;
  const heard = new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(late);
      waiting.delete(notice);
      resolve();
    };
    const late = setTimeout(done, HEARD_MS);
    waiting.set(notice, done);
  });
  await trx.raw('select pg_notify(?, ?)', [CHANNEL, notice]);
  return () => heard;
}
