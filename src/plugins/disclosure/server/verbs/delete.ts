import { forgetDocument } from '../versions/keep-version';
import type { Verb } from './verb';

/** 删除: only what was never public; a publication is withdrawn and keeps its number. */
export const remove: Verb = {
  verb: 'delete',
  label: '删除',
  from: ['draft', 'returned'],
  to: 'gone',
  neverPublic: true,
  who: 'owner',
  duty: 'editor',
  reason: 'none',
  hint: '公开过的信息只能撤回，不能删除',
  action: 'delete',
  async apply({ write, subject, draft, trx }) {
    const value = await write();
    await forgetDocument(trx, String(subject.documentId));
    return { documentId: String(subject.documentId), value, details: { title: draft.title } };
  },
};
