import type { ReferenceType } from './reference-type';

/** 责任分工: a department is responsible for a scope (a catalogue row, or a project's information class). */
export const responsibility: ReferenceType = {
  singular: 'responsibility',
  plural: 'responsibilities',
  name: '责任分工',
  fields: {
    department: { label: '责任部门', type: 'choice', source: 'departments', required: true },
    scope: { label: '责任范围', type: 'string', required: true, hint: '目录事项代码，如 D05-03' },
    source: { label: '来源', type: 'string', hint: '由项目发布产生的分工为该项目的编号，请在项目中调整' },
  },
  indexes: [['scope', 'department'], ['department'], ['source']],
};
