import { STRUCTURED, TEXT_IS_OPTIONAL } from '../../disclosure/server/domain/base-fields';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import { DisclosureError } from '../../disclosure/server/errors';
import { findPublication } from '../../disclosure/server/read-model/find-publication';

export const SLUG = 'development-planning';

export const PLAN_TYPES = [
  { value: 'economic-social', label: '国民经济和社会发展规划' },
  { value: 'territorial-spatial', label: '国土空间规划' },
  { value: 'special', label: '专项规划' },
  { value: 'regional', label: '区域规划' },
] as const;
export type PlanType = (typeof PLAN_TYPES)[number]['value'];

const LEVELS = [
  { value: 'nation', label: '国家级' },
  { value: 'province', label: '省级' },
  { value: 'city', label: '市级' },
  { value: 'county', label: '区级' },
  { value: 'township', label: '镇、街道级' },
];

const ROWS: Record<PlanType, string> = {
  'economic-social': 'L01-01',
  'territorial-spatial': 'L01-02',
  special: 'L01-03',
  regional: 'L01-04',
};
const HISTORY_ROW = 'L01-05';
/** The plans before 十四五 are what the work priorities of 2021 call history. */
const HISTORY_BEFORE = 2021;

/** @returns the row that a plan stands in, null while its type is not known */
export const rowOfPlan = (planType: unknown, periodTo: unknown): string | null => {
  const row = ROWS[planType as PlanType];
  if (!row) return null;
  return typeof periodTo === 'number' && periodTo < HISTORY_BEFORE ? HISTORY_ROW : row;
};

const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;
const isYear = (value: unknown): boolean => Number(value) >= FIRST_YEAR && Number(value) <= LAST_YEAR;

/** 规划: one plan of one period; with its predecessor it forms the chain of 一张蓝图绘到底. */
export const plan: TypeManifest = {
  singular: 'plan',
  plural: 'plans',
  name: '规划',
  base: 'record',
  kind: 'plan',
  only: ['catalogueItem', ...STRUCTURED],
  fields: {
    planLevel: { label: '规划层级', type: 'choice', choices: LEVELS, requiredToSubmit: true },
    planType: { label: '规划类型', type: 'choice', choices: PLAN_TYPES, requiredToSubmit: true },
    periodFrom: { label: '规划期自（年）', type: 'integer', requiredToSubmit: true, hint: '如：2021' },
    periodTo: { label: '规划期至（年）', type: 'integer', requiredToSubmit: true, hint: '如：2025' },
    approvedBy: { label: '批准机关', type: 'string', hint: '如：青云谱区人民代表大会' },
    adoptedOn: { label: '通过日期', type: 'date' },
    predecessor: {
      label: '上一期规划',
      type: 'choice',
      source: `${SLUG}.plans`,
      hint: '已发布的上一期规划',
    },
  },
  adjust: {
    ...TEXT_IS_OPTIONAL,
    catalogueItem: { managed: true, requiredToSubmit: undefined },
    attachments: { hint: '规划文本和图件' },
  },
  scopeOf: ({ catalogueItem }) => (catalogueItem ? String(catalogueItem) : null),
  scopeHint: '请选择规划类型',
  async prepare({ planType, periodTo, predecessor, documentId }, { strapi, trx }) {
    if (predecessor) {
      const found = await findPublication(strapi.db.connection, String(predecessor), { trx });
      if (predecessor === documentId || found?.state !== 'live' || found.publication.kind !== 'plan') {
        throw new DisclosureError('INVALID_INPUT', '上一期规划不存在或尚未公开：请先发布上一期规划');
      }
    }
    return { catalogueItem: rowOfPlan(planType, periodTo) };
  },
  validate: ({ periodFrom, periodTo }) => [
    ...Object.entries({ periodFrom, periodTo })
      .filter(([, value]) => value != null && !isYear(value))
      .map(([field]) => ({ field, message: '规划期须为四位年份，如 2021' })),
    ...(periodFrom != null && periodTo != null && Number(periodTo) < Number(periodFrom)
      ? [{ field: 'periodTo', message: '规划期的终止年份不能早于起始年份' }]
      : []),
  ],
  placeOf: ({ predecessor, planType, periodFrom }) => ({
    subjectId: predecessor ? String(predecessor) : null,
    facet: String(planType),
    item: String(periodFrom),
  }),
};
