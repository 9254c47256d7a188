import type { Verb } from './verb';

/** 新建: a draft for a catalogue row (or a project's class) that the department is responsible for. */
export const create: Verb = {
  verb: 'create',
  label: '新建',
  from: [],
  to: 'draft',
  who: 'responsible',
  duty: 'editor',
  reason: 'none',
  action: 'create',
  async apply({ write, data }) {
    const value = (await write(data)) as { documentId: string };
    return { documentId: value.documentId, value };
  },
};
