import type { ReferenceType } from './reference-type';

/** 栏目: the tree of the statutory disclosure section (条例第二十条). */
export const column: ReferenceType = {
  singular: 'column',
  plural: 'columns',
  name: '栏目',
  fields: {
    code: { label: '代码', type: 'string', unique: true, required: true },
    name: { label: '名称', type: 'string', required: true },
    parent: { label: '上级栏目', type: 'string' },
    position: { label: '顺序', type: 'integer' },
    article: { label: '依据', type: 'string' },
    description: { label: '说明', type: 'text' },
    provenance: { label: '出处', type: 'string' },
  },
  indexes: [['code']],
};
