import type { VerbName } from '../types';
import type { VerbContext, VerbResult } from '../verbs/verb';

/** The verbs that change what the public sees: other systems are told of them. */
const TOPICS: Partial<Record<VerbName, string>> = {
  publish: 'publication.published',
  expedite: 'publication.published',
  withdraw: 'publication.withdrawn',
  transfer: 'publication.transferred',
};

/** The channel on which every instance hears, after the commit, which documents changed. */
export const CHANNEL = 'disclosure';

/**
 * Leaves the work that follows a change in the outbox, in the same transaction, and announces the
 * change: PostgreSQL delivers a NOTIFY only after the commit.
 */
export async function enqueue(context: VerbContext, verb: VerbName, result: VerbResult): Promise<void> {
  const topic = TOPICS[verb];
  if (!topic || (verb === 'transfer' && !context.subject.live)) return;
  const { strapi, trx, type } = context;
  const payload = { type: type.uid, editionNo: result.editionNo ?? null, ...result.details };
  await strapi.db
    .connection('outbox')
    .transacting(trx)
    .insert({ topic, document_id: result.documentId, payload: JSON.stringify(payload) });
  await trx.raw('select pg_notify(?, ?)', [
    CHANNEL,
    JSON.stringify({ topic, documentId: result.documentId, domain: type.domain.slug }),
  ]);
}
