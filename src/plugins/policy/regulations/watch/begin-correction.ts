import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { perform } from '../../../disclosure/server/gate/perform';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { loadWorkingCopy } from '../../../disclosure/server/gate/working-copy';
import { findPublication } from '../../../disclosure/server/read-model/find-publication';
import type { DocumentUid } from '../../../disclosure/server/types';
import { findRegulation } from '../corpus/find-regulations';
import { LEGAL_TEXT } from '../legal-text';

const UID = LEGAL_TEXT.uid as DocumentUid;

/**
 * Opens the correction of an outdated text and fills the newest official text in: what is public stays until it has
 * been reviewed. One transaction, through the gate, as the signed-in person.
 *
 * @throws DisclosureError of the gate; INVALID_TRANSITION where there is nothing to correct, or a review is under way
 */
export async function beginCorrection(
  strapi: Core.Strapi,
  documentId: string,
): Promise<{ uid: string; documentId: string }> {
  const found = await findPublication(strapi.db.connection, documentId);
  if (found?.state !== 'live' || found.publication.type !== UID) throw new DisclosureError('NOT_FOUND');
  const own = (found.publication.attributes ?? {}) as { regulation?: string; textVersionOn?: string };
  const regulation = own.regulation ? await findRegulation(strapi.db.connection, own.regulation) : null;
  if (!regulation || regulation.latestOn <= String(own.textVersionOn))
    throw new DisclosureError('INVALID_TRANSITION', '公开的已经是最新的官方文本，不需要更正');
  const draft = await loadWorkingCopy(strapi, UID, documentId);
  const reason = `官方文本已有${regulation.latestOn}的版本`;
  await inTransaction(strapi, async () => {
    if (draft?.state === 'published')
      await perform(strapi, { verb: 'correct', uid: UID, documentId, input: { reason } });
    await perform(strapi, {
      verb: 'edit',
      uid: UID,
      documentId,
      data: { textVersionOn: regulation.latestOn },
    });
  });
  return { uid: UID, documentId };
}
