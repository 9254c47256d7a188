import type { TypeManifest } from '../../../disclosure/server/domain/manifest';
import { amount, choice, missing, negative, ownScope, SLUG, year, yearIssues } from './common';

/** 预算绩效: aims, self-assessment or evaluation of a programme or of a department's whole spending. */
export const performance: TypeManifest = {
  ...ownScope('performances'),
  singular: 'performance',
  plural: 'performances',
  name: '预算绩效',
  kind: 'performance',
  fields: {
    year: year(),
    stage: choice(
      '环节',
      [
        { value: 'aims', label: '绩效目标' },
        { value: 'self-assessment', label: '绩效自评' },
        { value: 'evaluation', label: '重点绩效评价' },
      ],
      { requiredToSubmit: true },
    ),
    programme: { label: '项目', type: 'string', requiredToSubmit: true, hint: '部门整体支出填“整体支出”' },
    amount: amount('资金'),
    aims: { label: '绩效目标', type: 'text' },
    score: { label: '得分', type: 'decimal' },
    grade: choice(
      '等级',
      ['优', '良', '中', '差'].map((name) => ({ value: name, label: name })),
    ),
  },
  validate: (values) => [
    ...yearIssues(values),
    ...(values.stage === 'aims' ? missing(values, { aims: '绩效目标' }) : []),
  ],
};

/** 政府债务: limit and balance, and for what was issued its kind, term, rate, plan and source of repayment. */
export const debt: TypeManifest = {
  ...ownScope('debts'),
  singular: 'debt',
  plural: 'debts',
  name: '政府债务',
  kind: 'debt',
  fields: {
    year: year(),
    debtType: choice(
      '债务类型',
      [
        { value: 'general', label: '一般债务' },
        { value: 'special', label: '专项债务' },
      ],
      { requiredToSubmit: true },
    ),
    asOf: { label: '截至日期', type: 'date', requiredToSubmit: true },
    limit: amount('限额'),
    balance: amount('余额'),
    issued: amount('发行额'),
    bondType: choice(
      '品种',
      ['新增债券', '再融资债券', '置换债券'].map((name) => ({ value: name, label: name })),
    ),
    termYears: { label: '期限（年）', type: 'integer' },
    rate: { label: '利率（%）', type: 'decimal' },
    repaymentPlan: { label: '偿还计划', type: 'text' },
    repaymentSource: { label: '偿债资金来源', type: 'text' },
  },
  validate: (values) => [
    ...yearIssues(values),
    ...negative(values, {
      limit: '限额',
      balance: '余额',
      issued: '发行额',
      termYears: '期限',
      rate: '利率',
    }),
    ...(values.issued == null
      ? missing(values, { limit: '限额', balance: '余额' })
      : missing(values, {
          bondType: '品种',
          termYears: '期限',
          rate: '利率',
          repaymentPlan: '偿还计划',
          repaymentSource: '偿债资金来源',
        })),
    ...(values.limit != null && values.balance != null && Number(values.balance) > Number(values.limit)
      ? [{ field: 'balance', message: '“余额”超过“限额”，请核对' }]
      : []),
  ],
};

/** 直达资金: allocation, release and use of money that reaches the district directly. */
export const directFund: TypeManifest = {
  ...ownScope('direct-funds'),
  singular: 'direct-fund',
  plural: 'direct-funds',
  name: '直达资金',
  kind: 'direct-fund',
  fields: {
    year: year(),
    fund: { label: '资金名称', type: 'string', requiredToSubmit: true },
    stage: choice(
      '环节',
      [
        { value: 'allocation', label: '分配' },
        { value: 'release', label: '下达' },
        { value: 'use', label: '使用' },
      ],
      { requiredToSubmit: true },
    ),
    amount: { ...amount('金额'), requiredToSubmit: true },
    recipient: { label: '用款单位', type: 'string' },
    purpose: { label: '用途', type: 'text' },
  },
  validate: (values) => [
    ...yearIssues(values),
    ...negative(values, { amount: '金额' }),
    ...(values.stage === 'allocation' ? [] : missing(values, { recipient: '用款单位' })),
  ],
  placeOf: ({ fund, stage }) => ({ subjectId: null, facet: String(stage), item: String(fund) }),
};

/** 惠民惠农补贴: what was paid by a policy in a year, down to the village; the list of names is a roster. */
export const subsidy: TypeManifest = {
  ...ownScope('subsidies'),
  singular: 'subsidy',
  plural: 'subsidies',
  name: '惠民惠农补贴',
  kind: 'subsidy',
  // 条例第二十条第(十一)项: 扶贫、社会保障等方面的政策、措施及其实施情况
  columns: ['statutory-11'],
  fields: {
    policy: { label: '补贴政策', type: 'string', requiredToSubmit: true },
    year: year(),
    township: { label: '镇、街道', type: 'string', hint: '公开到村（社区）时填写' },
    village: { label: '村（社区）', type: 'string' },
    standard: { label: '补贴标准', type: 'text', requiredToSubmit: true },
    recipients: { label: '受益人数', type: 'integer' },
    amount: { ...amount('发放金额'), requiredToSubmit: true },
    roster: {
      label: '名单',
      type: 'choice',
      source: `${SLUG}.rosters`,
      hint: '已发布的发放名单（名单台账）',
    },
  },
  validate: (values) => [
    ...yearIssues(values),
    ...negative(values, { recipients: '受益人数', amount: '发放金额' }),
    ...(values.village ? missing(values, { township: '镇、街道' }) : []),
  ],
  placeOf: ({ policy, year: of, roster }) => ({
    subjectId: roster ? String(roster) : null,
    facet: String(policy),
    item: String(of),
  }),
};
