import type { ReferenceType } from './reference-type';

/** 部门: who is responsible. Names change and departments merge, codes stay for ever. */
export const department: ReferenceType = {
  singular: 'department',
  plural: 'departments',
  name: '部门',
  fields: {
    code: { label: '代码', type: 'string', unique: true, required: true, hint: '设定后不再改变' },
    name: { label: '名称', type: 'string', required: true },
    aliases: { label: '别名', type: 'json' },
    kind: {
      label: '类别',
      type: 'choice',
      choices: [
        { value: 'office', label: '政府办公室' },
        { value: 'department', label: '部门' },
        { value: 'township', label: '镇、街道、集聚区' },
        { value: 'public-unit', label: '公共企事业单位' },
      ],
    },
    orgCode: {
      label: '机构代码',
      type: 'string',
      hint: '统一社会信用代码或组织机构代码，用于索引号；未填写时索引号用部门代码',
    },
    organWord: {
      label: '机关代字',
      type: 'string',
      maxLength: 20,
      hint: '依申请公开文书的文号用，如“某住建”；未填写的用配置里的，配置里没有的用部门名称',
    },
    regulator: {
      label: '主管部门',
      type: 'choice',
      source: 'departments',
      hint: '公共企事业单位填写：其信息由主管部门审核',
    },
    validFrom: { label: '设立日期', type: 'date' },
    validUntil: { label: '撤销日期', type: 'date', hint: '当日起不再有效' },
    successor: { label: '职能承接部门', type: 'choice', source: 'departments' },
  },
  indexes: [['code'], ['regulator']],
};
