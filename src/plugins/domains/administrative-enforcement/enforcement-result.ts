import { STRUCTURED, TEXT_IS_OPTIONAL } from '../../disclosure/server/domain/base-fields';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import type { TimeLimitRule } from '../../disclosure/server/rules/time-limit-rule';

/** 执法领域; the two of competition law have a row of their own. */
const FIELDS = [
  { value: 'market', label: '市场监管' },
  { value: 'antitrust', label: '反垄断' },
  { value: 'unfair-competition', label: '反不正当竞争' },
  { value: 'environment', label: '生态环境' },
  { value: 'urban-management', label: '城市管理' },
  { value: 'construction', label: '住房和城乡建设' },
  { value: 'public-security', label: '公安' },
  { value: 'health', label: '卫生健康' },
  { value: 'labour', label: '劳动保障' },
  { value: 'safety', label: '安全生产' },
  { value: 'agriculture', label: '农业' },
  { value: 'culture', label: '文化市场' },
  { value: 'natural-resources', label: '自然资源' },
  { value: 'other', label: '其他' },
];
const COMPETITION = new Set(['antitrust', 'unfair-competition']);
const ROWS: Record<string, string> = { licence: 'L02-02', penalty: 'L02-03' };
const OTHER_ROW = 'L02-04';
const COMPETITION_ROW = 'L02-05';

/** @returns the row in which a result stands, null while its field is not known */
export function rowOfResult(enforcementField: unknown, decisionType: unknown): string | null {
  if (!enforcementField) return null;
  if (COMPETITION.has(String(enforcementField))) return COMPETITION_ROW;
  return ROWS[String(decisionType)] ?? OTHER_ROW;
}

/** 国办发〔2018〕118号: licences and penalties within 7 working days of the decision, all other results within 20. */
const limitOf = (decisionType: unknown): TimeLimitRule => ({
  kind: 'working_days',
  days: decisionType === 'licence' || decisionType === 'penalty' ? 7 : 20,
  from: 'decision',
});

/** 行政执法结果(事后公开): one shape for every enforcing department. */
export const enforcementResult: TypeManifest = {
  singular: 'enforcement-result',
  plural: 'enforcement-results',
  name: '执法结果',
  base: 'record',
  only: [
    ...['catalogueItem', 'kind', ...STRUCTURED],
    ...['decisionType', 'decidedOn', 'party', 'decisionBasis', 'decisionResult', 'takeDownOn'],
  ],
  fields: {
    enforcementField: { label: '执法领域', type: 'choice', choices: FIELDS, requiredToSubmit: true },
    check: { label: '检查内容', type: 'text', hint: '行政检查结果填写' },
  },
  adjust: {
    ...TEXT_IS_OPTIONAL,
    catalogueItem: { managed: true, requiredToSubmit: undefined },
    kind: { choices: [{ value: 'decision', label: '决定' }], default: 'decision' },
    decidedOn: { requiredToSubmit: true },
    docNo: { label: '决定书文号' },
    decisionType: { hint: '行政许可、行政处罚为7个工作日，其他执法决定（不选）为20个工作日' },
  },
  scopeOf: ({ catalogueItem }) => (catalogueItem ? String(catalogueItem) : null),
  scopeHint: '请选择执法领域',
  prepare: async ({ enforcementField, decisionType }) => ({
    kind: 'decision',
    catalogueItem: rowOfResult(enforcementField, decisionType),
  }),
  timeLimitRulesOf: ({ decisionType }) => [limitOf(decisionType)],
};
