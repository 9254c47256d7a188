import { keepVersion } from '../versions/keep-version';
import type { Verb } from './verb';

/** 修改: the working copy, while nobody reviews it. */
export const edit: Verb = {
  verb: 'edit',
  label: '修改',
  from: ['draft', 'returned'],
  to: 'same',
  who: 'owner',
  duty: 'editor',
  reason: 'none',
  hint: '待审核的请先由审核人员退回，已发布的请先办理“更正”',
  action: 'update',
  async apply(context) {
    const { write, data, subject } = context;
    await keepVersion(context, data);
    return { documentId: String(subject.documentId), value: await write(data) };
  },
};
