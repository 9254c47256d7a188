import { DISPUTE_KINDS, DISPUTE_RESULTS } from '../../../shared/disputes';
import type { ActField } from '../act-fields';

const on = (label: string): ActField => ({ name: 'on', label, kind: 'date' });
const dispute: ActField = { name: 'dispute', label: '复议、诉讼', kind: 'dispute' };
const YES_NO = [
  { code: 'no', label: '否' },
  { code: 'yes', label: '是' },
];
const review: readonly ActField[] = [
  {
    ...{ name: 'result', label: '结果', kind: 'choice' },
    choices: [
      { code: 'passed', label: '通过' },
      { code: 'returned', label: '退回修改' },
    ],
  },
  { name: 'opinion', label: '审查意见', kind: 'words' },
];

/** Fees, reviews, transfer, ends and disputes: what each verb asks for beside a reason. */
export const FLOW_FIELDS: Record<string, readonly ActField[]> = {
  proposeFee: [
    {
      ...{ name: 'basis', label: '计收方式', kind: 'choice', hint: '同一申请只能选一种' },
      choices: [
        { code: 'piece', label: '按件' },
        { code: 'volume', label: '按量' },
      ],
    },
    { name: 'pages', label: '页数', kind: 'number', when: { name: 'basis', is: 'volume' } },
    { name: 'reason', label: '说明', kind: 'words', optional: true },
  ],
  decideFee: [
    {
      ...{ name: 'decision', label: '决定', kind: 'choice' },
      choices: [
        { code: 'charge', label: '收费' },
        { code: 'waive', label: '不收费' },
      ],
    },
    { name: 'reason', label: '不收费的理由', kind: 'words', when: { name: 'decision', is: 'waive' } },
    {
      ...{ name: 'reason', label: '说明', kind: 'words', optional: true },
      when: { name: 'decision', is: 'charge' },
    },
  ],
  notifyFee: [on('申请人收到通知的日期')],
  notePayment: [on('缴费完毕的日期')],
  legalReview: review,
  secrecyReview: review,
  proposeTransfer: [
    { name: 'department', label: '建议的部门', kind: 'department', hint: '不清楚的可以不选', optional: true },
  ],
  notOurs: [
    { name: 'organ', label: '负责公开的机关', kind: 'text', hint: '自动写好答复并提交审核' },
    { name: 'contact', label: '该机关的联系方式', kind: 'text' },
  ],
  close: [on('处理日期')],
  noteWithdrawal: [on('撤回日期'), { name: 'how', label: '撤回的方式和情况', kind: 'text' }],
  fileDispute: [
    { name: 'kind', label: '类型', kind: 'choice', choices: DISPUTE_KINDS },
    { name: 'organ', label: '复议机关或者法院', kind: 'text' },
    { name: 'caseNo', label: '案号', kind: 'text', optional: true },
    on('受理或者收到通知的日期'),
    {
      ...{ name: 'isCoDefendant', label: '作为共同被告', kind: 'choice', choices: YES_NO, optional: true },
      hint: '复议机关作共同被告的选“是”，只由原答复机关统计',
    },
    { name: 'note', label: '事由', kind: 'words', optional: true },
  ],
  closeDispute: [
    dispute,
    { name: 'result', label: '结果', kind: 'choice', choices: DISPUTE_RESULTS },
    on('审结日期'),
    { name: 'note', label: '决定或者裁判的要点', kind: 'words', optional: true },
  ],
  correctDispute: [
    dispute,
    ...[
      { name: 'kind', label: '类型', kind: 'choice', choices: DISPUTE_KINDS } as const,
      { name: 'organ', label: '复议机关或者法院', kind: 'text' } as const,
      { name: 'caseNo', label: '案号', kind: 'text' } as const,
      { name: 'filedOn', label: '提出日期', kind: 'date' } as const,
      { name: 'closedOn', label: '审结日期', kind: 'date' } as const,
      { name: 'result', label: '结果', kind: 'choice', choices: DISPUTE_RESULTS } as const,
      { name: 'isCoDefendant', label: '作为共同被告', kind: 'choice', choices: YES_NO } as const,
    ].map((field): ActField => ({ ...field, optional: true, hint: '不改的不填' })),
  ],
  reopen: [
    on('收到决定或者裁判的日期'),
    {
      ...{ name: 'until', label: '重新答复的期限', kind: 'date', optional: true },
      hint: '决定或者裁判确定了期限的填写',
    },
  ],
  informThirdParty: [on('告知日期'), { name: 'text', label: '告知的内容和理由', kind: 'words' }],
};
