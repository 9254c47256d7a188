import { DisclosureError } from '../errors';
import { prepareValues } from '../gate/prepare';
import { assertStaysResponsible } from '../gate/stays-responsible';
import { findDraftVersion, findEditionContent, type StoredVersion } from '../versions/find-version';
import { keepVersion } from '../versions/keep-version';
import { restoredValues } from '../versions/restored-values';
import type { Verb, VerbContext } from './verb';

/**
 * 恢复: an earlier text, public or not, becomes the working copy again and goes the whole way of review. What
 * is public stays as it is, and what the working copy said before is kept.
 */
export const restore: Verb = {
  verb: 'restore',
  label: '恢复版本',
  from: ['draft', 'returned', 'published', 'withdrawn'],
  to: 'draft',
  who: 'owner',
  duty: 'editor',
  reason: 'optional',
  hint: '待审核的请先由审核人员退回',
  action: 'update',
  async apply(context) {
    const { subject, draft, input, write } = context;
    const wanted = await findWanted(context);
    const { data: entered, notes } = await restoredValues(context, wanted.content);
    const data = await prepareValues({ ...context, data: entered });
    await assertStaysResponsible(context, data);
    await keepVersion(context);
    const opens = subject.state === 'published' || subject.state === 'withdrawn';
    const value = await write({
      ...data,
      state: 'draft',
      contributors: [...new Set([...(data.contributors as string[]), ...wanted.contributors])],
      ...(opens ? { correctionReason: input.reason ?? null } : {}),
      // what was returned is another text now
      ...(draft.state === 'returned' ? { reviewComment: null } : {}),
    });
    const { edition = null, draftVersion = null } = input;
    return {
      documentId: String(subject.documentId),
      value,
      details: { edition, draftVersion, ...(notes.length > 0 ? { notes } : {}) },
      notes,
    };
  },
};

async function findWanted({ trx, subject, input }: VerbContext): Promise<StoredVersion> {
  const { edition, draftVersion } = input;
  if ((edition === undefined) === (draftVersion === undefined)) {
    throw new DisclosureError(
      'INVALID_INPUT',
      '请写明要恢复的公开版本（edition）或工作稿版本（draftVersion）',
    );
  }
  const documentId = String(subject.documentId);
  const found =
    edition === undefined
      ? await findDraftVersion(trx, documentId, Number(draftVersion))
      : await findEditionContent(trx, documentId, edition);
  if (!found) throw new DisclosureError('INVALID_INPUT', '没有这个版本，或者它就是现在的内容，请刷新后再选');
  return found;
}
