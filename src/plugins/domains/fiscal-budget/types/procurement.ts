import type { TypeManifest } from '../../../disclosure/server/domain/manifest';
import type { TimeLimitRule } from '../../../disclosure/server/rules/time-limit-rule';
import { amount, choice, missing, negative, ownScope } from './common';

const STAGES = [
  { value: 'intention', label: '采购意向' },
  { value: 'notice', label: '采购公告' },
  { value: 'correction', label: '更正公告' },
  { value: 'award', label: '中标（成交）结果' },
  { value: 'contract', label: '采购合同' },
  { value: 'performance', label: '履约验收' },
  { value: 'termination', label: '终止公告' },
] as const;
type Stage = (typeof STAGES)[number]['value'];

const METHODS = ['公开招标', '邀请招标', '竞争性谈判', '竞争性磋商', '询价', '单一来源', '框架协议'];

/** 政府采购法实施条例第四十三条、第五十条: 2 working days from the award, and from the signing. */
const LIMITS: Partial<Record<Stage, TimeLimitRule[]>> = {
  award: [{ kind: 'working_days', days: 2, from: 'award_decision' }],
  contract: [{ kind: 'working_days', days: 2, from: 'contract_signing' }],
};

/** The row of 公共资源交易 in which a stage stands, so that it is found there as well. */
const ROWS: Partial<Record<Stage, string>> = {
  correction: 'D02-14',
  award: 'D02-16',
  contract: 'D02-17',
  termination: 'D02-18',
};
const NOTICE_ROWS: Record<string, string> = {
  竞争性谈判: 'D02-11',
  竞争性磋商: 'D02-11',
  询价: 'D02-11',
  单一来源: 'D02-15',
};

/** @returns the code of the row, null for a stage that has none */
export const rowOfStage = (stage: unknown, method: unknown): string | null =>
  stage === 'notice' ? (NOTICE_ROWS[String(method)] ?? 'D02-09') : (ROWS[stage as Stage] ?? null);

const NEEDED: Partial<Record<Stage, Record<string, string>>> = {
  notice: { budgetAmount: '预算金额' },
  award: { supplier: '供应商', amount: '金额', awardedOn: '中标（成交）日期' },
  contract: { supplier: '供应商', amount: '金额', signedOn: '合同签订日期' },
};

/** 政府采购: one stage of a procurement project; its stages are found by the project's number. */
export const procurement: TypeManifest = {
  ...ownScope('procurements'),
  singular: 'procurement',
  plural: 'procurements',
  name: '政府采购',
  kind: 'procurement',
  // 条例第二十条第(九)项: 政府集中采购项目的目录、标准及实施情况
  columns: ['statutory-09'],
  only: ['catalogueItem', ...ownScope('procurements').only],
  fields: {
    projectNo: { label: '采购项目编号', type: 'string', requiredToSubmit: true, maxLength: 80 },
    projectName: { label: '采购项目名称', type: 'string', requiredToSubmit: true, maxLength: 200 },
    stage: choice('环节', STAGES, { requiredToSubmit: true }),
    method: choice(
      '采购方式',
      METHODS.map((name) => ({ value: name, label: name })),
    ),
    budgetAmount: amount('预算金额'),
    supplier: { label: '供应商', type: 'string', hint: '中标、成交或者签约的供应商' },
    amount: amount('中标、成交或合同金额'),
    awardedOn: { label: '中标（成交）日期', type: 'date', hint: '确定之日起2个工作日内公告' },
    signedOn: { label: '合同签订日期', type: 'date', hint: '签订之日起2个工作日内公告' },
  },
  adjust: {
    ...ownScope('procurements').adjust,
    catalogueItem: { managed: true, requiredToSubmit: undefined },
  },
  prepare: async ({ stage, method }) => ({ catalogueItem: rowOfStage(stage, method) }),
  timeLimitRulesOf: ({ stage }) => LIMITS[stage as Stage] ?? [],
  eventsOf: ({ awardedOn, signedOn }) => ({
    award_decision: awardedOn ? String(awardedOn) : undefined,
    contract_signing: signedOn ? String(signedOn) : undefined,
  }),
  validate: (values) => [
    ...missing(values, NEEDED[values.stage as Stage] ?? {}),
    ...negative(values, { budgetAmount: '预算金额', amount: '金额' }),
  ],
  placeOf: ({ projectNo, stage }) => ({
    subjectId: null,
    facet: String(stage),
    item: String(projectNo),
  }),
};
