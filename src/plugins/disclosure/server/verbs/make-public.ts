import { assertReleasable } from '../gate/release';
import { updateWorkingCopy } from '../gate/working-copy';
import { prepareLinks, writeLinks } from '../links/write-links';
import { assertNoPersonalData } from '../privacy/gate-check';
import { assignIndexNumber } from '../read-model/index-numbers';
import { gatherPublishing } from '../read-model/publishing';
import { writeEdition } from '../read-model/write-edition';
import { writePublication } from '../read-model/write-publication';
import type { Values } from '../types';
import { publishCompanions } from './publish-companions';
import type { VerbContext, VerbResult } from './verb';

/**
 * Makes the working copy public: number, Strapi's published row, edition and publication. Personal data
 * that no second person has confirmed stops every way to the public. What it does to other documents is
 * written before its companions follow: rows before the end of the audit chain, which everybody waits for.
 *
 * @param kept what the verb keeps on the working copy about how it came to be public
 */
export async function makePublic(context: VerbContext, kept: Values): Promise<VerbResult> {
  const { type, draft, subject, write } = context;
  const companions = await assertReleasable(context);
  await prepareLinks(context);
  await assertNoPersonalData(context);
  const indexNo = String(draft.indexNo ?? (await assignIndexNumber(context)));
  const document = await updateWorkingCopy(context, {
    ...(await type.manifest.atPublication?.(context)),
    state: 'published',
    version: subject.version + 1,
    indexNo,
    reviewComment: null,
    correctionReason: null,
    ...kept,
  });
  const value = await write();
  const reason = draft.correctionReason ? String(draft.correctionReason) : null;
  const publishing = await gatherPublishing(context, document, reason);
  const edition = await writeEdition(context, publishing);
  await writePublication(context, publishing, edition.editionNo);
  await writeLinks(context, document);
  await type.manifest.afterPublish?.({ ...context, draft: document });
  const alsoPublished = await publishCompanions(context, companions);
  return {
    documentId: String(subject.documentId),
    value,
    editionNo: edition.editionNo,
    details: {
      indexNo,
      sha256: edition.sha256,
      ...(alsoPublished.length > 0 ? { alsoPublished } : {}),
    },
  };
}
