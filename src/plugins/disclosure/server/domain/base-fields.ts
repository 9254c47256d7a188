import type { Choice, Field, Fields } from './field';
import { KIND_FIELDS } from './kind-fields';

/** 信息类型: decides which fields an entry needs. */
export const KINDS: readonly Choice[] = [
  { value: 'document', label: '文件' },
  { value: 'guide', label: '办事指南' },
  { value: 'roster', label: '名单台账' },
  { value: 'decision', label: '决定' },
  { value: 'notice', label: '公告' },
];

/** 体裁: the 15 kinds of official documents. */
const GENRES = [
  '命令',
  '决定',
  '公告',
  '通告',
  '通知',
  '通报',
  '议案',
  '报告',
  '请示',
  '批复',
  '意见',
  '函',
  '纪要',
  '决议',
  '公报',
];

/** What every type of every domain has, and only the engine writes. */
export const MANAGED_FIELDS: Fields = {
  owner: { label: '责任部门', type: 'choice', source: 'departments', managed: true },
  state: { label: '状态', type: 'choice', source: 'states', managed: true },
  version: { label: '版本', type: 'integer', managed: true },
  indexNo: { label: '索引号', type: 'string', managed: true },
  dueOn: { label: '公开期限', type: 'date', managed: true },
  contributors: { label: '录入人', type: 'json', managed: true, secret: true },
  submittedAt: { label: '提交时间', type: 'instant', managed: true, secret: true },
  reviewComment: { label: '审核意见', type: 'text', managed: true, secret: true },
  urgencyReason: { label: '紧急发布理由', type: 'text', managed: true, secret: true },
  urgentAt: { label: '紧急发布时间', type: 'instant', managed: true, secret: true },
  personalDataOverride: { label: '个人信息公开理由', type: 'json', managed: true, secret: true },
  correctionReason: { label: '更正理由', type: 'text', managed: true, secret: true },
};

/** The record that every domain has (rules 4.2: fields seen in real catalogues). */
export const RECORD_FIELDS: Fields = {
  title: { label: '标题', type: 'string', requiredToSubmit: true, maxLength: 200 },
  catalogueItem: {
    label: '目录事项',
    type: 'choice',
    source: 'catalogue-items',
    requiredToSubmit: true,
    hint: '本部门负责公开的标准目录事项',
  },
  kind: { label: '信息类型', type: 'choice', choices: KINDS, requiredToSubmit: true },
  formedOn: {
    label: '成文日期',
    type: 'date',
    requiredToSubmit: true,
    dateRule: { past: true },
    hint: '信息形成或变更之日，公开期限由此起算',
  },
  ...KIND_FIELDS,
  docNo: { label: '文号', type: 'string', maxLength: 60, hint: '如：青府发〔2021〕5号' },
  abstract: { label: '内容概述', type: 'text', maxLength: 500, hint: '不填时取正文开头' },
  // before the text: for a 名单台账 it is the content
  roster: {
    label: '名单',
    type: 'roster',
    requiredToSubmit: true,
    kinds: ['roster'],
    hint: '上传 .xlsx 或 .csv 文件；身份证号、银行卡号等按列遮盖后才保存',
  },
  body: { label: '正文', type: 'html', requiredToSubmit: { exceptFor: ['guide', 'roster'] } },
  attachments: { label: '附件', type: 'files' },
  theme: { label: '主题分类', type: 'string', maxLength: 60 },
  genre: { label: '体裁', type: 'choice', choices: GENRES.map((name) => ({ value: name, label: name })) },
  validity: {
    label: '有效性',
    type: 'choice',
    choices: ['有效', '已修改', '失效', '废止'].map((name) => ({ value: name, label: name })),
  },
  keywords: { label: '关键词', type: 'string' },
  audience: { label: '公开对象', type: 'string', hint: '全社会；面向特定群体时请写明' },
  level: {
    label: '公开层级',
    type: 'choice',
    choices: [
      { value: 'county', label: '县级' },
      { value: 'township', label: '乡、村级' },
    ],
  },
  disclosureMode: {
    label: '公开方式',
    type: 'choice',
    choices: [
      { value: 'proactive', label: '主动公开' },
      { value: 'on-request', label: '依申请公开' },
    ],
    default: 'proactive',
  },
};

/** The base fields of a type with structure of its own, whose figures and dates are its content. */
export const STRUCTURED = ['title', 'formedOn', 'docNo', 'abstract', 'body', 'attachments', 'keywords'];
/** … of which the text is an explanation that may be left out. */
export const TEXT_IS_OPTIONAL: Record<string, Partial<Field>> = {
  body: { label: '说明', requiredToSubmit: undefined },
};
