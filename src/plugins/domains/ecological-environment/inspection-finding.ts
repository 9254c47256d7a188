import { STRUCTURED, TEXT_IS_OPTIONAL } from '../../disclosure/server/domain/base-fields';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import { SLUG } from './bulletin';

export const INSPECTION_LEVELS = [
  { value: 'central', label: '中央生态环境保护督察' },
  { value: 'province', label: '省级生态环境保护督察' },
  { value: 'city', label: '市级生态环境保护督察' },
] as const;
export type InspectionLevel = (typeof INSPECTION_LEVELS)[number]['value'];

export const RECTIFICATION_STATES = [
  { value: 'not-started', label: '未启动' },
  { value: 'in-progress', label: '整改中' },
  { value: 'completed', label: '已完成整改' },
  { value: 'closed', label: '已验收销号' },
] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number]['value'];

/** 生态环境保护督察 */
const ROW = 'D13-15';

const isPercentage = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100;

/** 督察反馈问题: what an inspection found, what is done about it until when, and how far that is. */
export const inspectionFinding: TypeManifest = {
  singular: 'inspection-finding',
  plural: 'inspection-findings',
  name: '督察反馈问题整改',
  base: 'record',
  kind: 'inspection-finding',
  only: ['catalogueItem', ...STRUCTURED],
  fields: {
    inspectionLevel: {
      label: '督察层级',
      type: 'choice',
      choices: INSPECTION_LEVELS,
      requiredToSubmit: true,
    },
    issueNo: { label: '问题编号', type: 'string', requiredToSubmit: true, maxLength: 60 },
    measure: { label: '整改措施', type: 'text', requiredToSubmit: true },
    responsibleUnit: { label: '整改责任单位', type: 'string', requiredToSubmit: true },
    rectifyBy: { label: '整改时限', type: 'date', requiredToSubmit: true },
    progress: { label: '整改进度（%）', type: 'integer', requiredToSubmit: true, hint: '0至100' },
    rectification: {
      label: '整改情况',
      type: 'choice',
      choices: RECTIFICATION_STATES,
      requiredToSubmit: true,
    },
  },
  adjust: { ...TEXT_IS_OPTIONAL, catalogueItem: { managed: true, requiredToSubmit: undefined } },
  scopeOf: () => `${SLUG}/inspection-findings`,
  scopeHint: '',
  prepare: async () => ({ catalogueItem: ROW }),
  validate: ({ progress, rectification }) => [
    ...(progress == null || isPercentage(progress)
      ? []
      : [{ field: 'progress', message: '“整改进度”须为0至100的整数' }]),
    ...((rectification === 'completed' || rectification === 'closed') && progress !== 100
      ? [{ field: 'progress', message: '已完成的整改，进度应为100' }]
      : []),
  ],
  placeOf: ({ inspectionLevel, issueNo }) => ({
    subjectId: null,
    facet: String(inspectionLevel),
    item: String(issueNo),
  }),
};
