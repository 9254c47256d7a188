import { updateWorkingCopy } from '../gate/working-copy';
import { keepVersion } from '../versions/keep-version';
import type { Verb } from './verb';

/** 放弃修改: the working copy becomes again what is public. */
export const discard: Verb = {
  verb: 'discard',
  label: '放弃修改',
  from: ['draft', 'returned'],
  to: 'restored',
  live: true,
  who: 'owner',
  duty: 'editor',
  reason: 'none',
  action: 'discardDraft',
  async apply(context) {
    const { write, subject, draft } = context;
    await keepVersion(context);
    const value = await write();
    await updateWorkingCopy(context, {
      state: 'published',
      version: subject.version + 1,
      // what was published in urgency keeps those who had a part in it until it is reviewed
      contributors: subject.awaitsRatification ? subject.contributors : [],
      urgencyReason: draft.urgencyReason ?? null,
      urgentAt: draft.urgentAt ?? null,
      reviewComment: null,
    });
    return { documentId: String(subject.documentId), value };
  },
};
