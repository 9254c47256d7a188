import { announce } from '../outbox/enqueue';
import { STANDING_CHANGED } from '../outbox/topics';
import type { VerbContext } from '../verbs/verb';
import type { Settled } from './settle-standing';

/** Tells searches and caches that other documents are something else now: changed, repealed, or in force again. */
export async function announceStanding(context: VerbContext, changed: readonly Settled[]): Promise<void> {
  const { strapi, trx, actor, subject } = context;
  for (const { documentId, type, domain, owner } of changed) {
    await announce(strapi, trx, {
      topic: STANDING_CHANGED,
      documentId,
      domain,
      payload: {
        type,
        editionNo: null,
        owner,
        version: 0,
        by: { personId: actor.personId, name: actor.name, via: actor.via },
        reason: null,
        source: subject.documentId,
      },
    });
  }
}
