import { assertComplete } from '../gate/completeness';
import { updateWorkingCopy } from '../gate/working-copy';
import { assertNoPersonalData } from '../privacy/gate-check';
import { assignIndexNumber } from '../read-model/index-numbers';
import { writeEdition } from '../read-model/write-edition';
import { writePublication } from '../read-model/write-publication';
import type { Verb } from './verb';

/** 发布: draft, edition, publication and number change together or not at all. */
export const publish: Verb = {
  verb: 'publish',
  label: '发布',
  from: ['approved'],
  to: 'published',
  who: 'owner',
  duty: 'publisher',
  reason: 'none',
  hint: '须先提交并由审核人员审核通过',
  action: 'publish',
  async apply(context) {
    const { type, draft, now, subject, write } = context;
    assertComplete(type, draft, now);
    await assertNoPersonalData(context);
    const indexNo = String(draft.indexNo ?? (await assignIndexNumber(context)));
    const document = await updateWorkingCopy(context, {
      state: 'published',
      version: subject.version + 1,
      indexNo,
      contributors: [],
      reviewComment: null,
      correctionReason: null,
    });
    const value = await write();
    const reason = draft.correctionReason ? String(draft.correctionReason) : null;
    const edition = await writeEdition(context, document, reason);
    await writePublication(context, document, edition.editionNo);
    await type.manifest.afterPublish?.({ ...context, draft: document });
    return {
      documentId: String(subject.documentId),
      value,
      editionNo: edition.editionNo,
      details: { indexNo, sha256: edition.sha256 },
    };
  },
};
