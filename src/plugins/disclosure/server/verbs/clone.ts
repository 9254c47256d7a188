import type { Verb } from './verb';

/** 复制: a new draft from an own document; number, dates and history stay with the original. */
export const clone: Verb = {
  verb: 'clone',
  label: '复制',
  from: ['draft', 'submitted', 'returned', 'approved', 'scheduled', 'published', 'withdrawn'],
  to: 'same',
  who: 'owner',
  duty: 'editor',
  reason: 'none',
  action: 'clone',
  async apply({ write, data, subject }) {
    const value = (await write(data)) as { documentId: string };
    return { documentId: value.documentId, value, details: { source: subject.documentId } };
  },
};
