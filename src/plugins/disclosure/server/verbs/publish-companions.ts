import type { Companion } from '../gate/release';
import type { VerbContext } from './verb';

/**
 * Publishes what goes with a document, each by the verb of its own: with its edition, audit entry and event, in
 * the same transaction. What refuses one of them refuses all.
 *
 * @returns their documentIds
 */
export async function publishCompanions(
  { strapi }: VerbContext,
  companions: readonly Companion[],
): Promise<string[]> {
  if (companions.length === 0) return [];
  // the gate knows the verbs, and this is a part of one
  const { perform } = await import('../gate/perform');
  for (const { uid, documentId } of companions) await perform(strapi, { verb: 'publish', uid, documentId });
  return companions.map(({ documentId }) => documentId);
}
