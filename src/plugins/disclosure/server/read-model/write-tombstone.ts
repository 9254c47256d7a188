import type { VerbContext } from '../verbs/verb';

/** Leaves the tombstone of a withdrawn publication: number, title and reason stay, the text goes. */
export async function writeTombstone(
  context: VerbContext,
  withdrawal: { reason: string; successor: string | null },
): Promise<void> {
  const { strapi, trx, subject, actor, now } = context;
  await strapi.db
    .connection('publications')
    .transacting(trx)
    .where({ document_id: subject.documentId, state: 'live' })
    .update({
      state: 'withdrawn',
      withdrawn_at: now,
      withdrawal_reason: withdrawal.reason,
      withdrawn_by: actor.department,
      successor: withdrawal.successor,
    });
}
