import type { Field, Fields } from '../../disclosure/server/domain/field';
import { DECISION_TYPES, OPTIONAL_KIND_FIELDS } from '../../disclosure/server/domain/kind-fields';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import { DisclosureError } from '../../disclosure/server/errors';
import { findPublication } from '../../disclosure/server/read-model/find-publication';
import { CLASS_CHOICES, classScope, findClass, findItem, SLUG } from './items';

type Attribute = Pick<Field, 'label' | 'type'>;

/** What each class needs beyond the base fields (contents of 国办发〔2017〕94号). */
const CLASS_ATTRIBUTES: Record<string, Record<string, Attribute>> = {
  'approval-service': {
    acceptanceOrgan: { label: '受理机构', type: 'string' },
    contactPhone: { label: '联系电话', type: 'string' },
  },
  'approval-result': {
    approvalOrgan: { label: '审批单位', type: 'string' },
    approvalResult: { label: '审批结果', type: 'text' },
    approvedOn: { label: '审批日期', type: 'date' },
  },
  bidding: {
    tenderer: { label: '招标人', type: 'string' },
    tenderAgency: { label: '招标代理机构', type: 'string' },
    bidSection: { label: '标段', type: 'string' },
    winningBidder: { label: '中标人', type: 'string' },
    contractAmount: { label: '合同金额（万元）', type: 'decimal' },
  },
  'land-acquisition': {
    landLocation: { label: '征地位置', type: 'string' },
    landArea: { label: '征地面积（公顷）', type: 'decimal' },
    compensationStandard: { label: '补偿标准', type: 'text' },
  },
  'major-design-change': {
    changeReason: { label: '变更原因', type: 'text' },
    changeContent: { label: '主要变更内容', type: 'text' },
    changeBasis: { label: '变更依据', type: 'text' },
    changeResult: { label: '变更结果', type: 'text' },
    approvalOrgan: { label: '审批单位', type: 'string' },
  },
  construction: {
    designUnit: { label: '设计单位', type: 'string' },
    constructionUnit: { label: '施工单位', type: 'string' },
    supervisionUnit: { label: '监理单位', type: 'string' },
    personInCharge: { label: '项目负责人', type: 'string' },
  },
  'quality-safety-supervision': {
    supervisionOrgan: { label: '质量安全监督机构', type: 'string' },
    contactPhone: { label: '联系电话', type: 'string' },
    penaltyDecision: { label: '行政处罚情况', type: 'text' },
  },
  completion: {
    acceptedOn: { label: '竣工验收日期', type: 'date' },
    acceptanceResult: { label: '验收结果', type: 'text' },
    filingNo: { label: '备案编号', type: 'string' },
    settlementAmount: { label: '财务决算金额（万元）', type: 'decimal' },
  },
};

/** The fields of the classes; the panel shows a field when the chosen item is of a class that has it. */
function classFields(): Fields {
  const fields: Fields = {};
  for (const attributes of Object.values(CLASS_ATTRIBUTES)) {
    for (const [name, attribute] of Object.entries(attributes)) {
      const classes = Object.keys(CLASS_ATTRIBUTES).filter((slug) => name in (CLASS_ATTRIBUTES[slug] ?? {}));
      const items = classes.flatMap((slug) => findClass(slug)?.items.map(({ code }) => code) ?? []);
      fields[name] = { ...attribute, showWhen: { in: [{ var: 'item' }, items] } };
    }
  }
  return fields;
}

/** 重大建设项目公开信息: one of the 54 items of a project; class and catalogue row follow from the item. */
export const record: TypeManifest = {
  singular: 'record',
  plural: 'records',
  name: '公开信息',
  base: 'record',
  fields: {
    project: { label: '项目', type: 'choice', source: `${SLUG}.projects`, requiredToSubmit: true },
    item: {
      label: '公开事项',
      type: 'choice',
      source: `${SLUG}.own-items`,
      requiredToSubmit: true,
      hint: '先选择项目；只列出本部门负责的事项',
    },
    informationClass: { label: '信息类别', type: 'choice', choices: CLASS_CHOICES, managed: true },
    ...classFields(),
  },
  adjust: {
    // the parts of a guide are items of their own here, and so are the papers around a decision
    ...OPTIONAL_KIND_FIELDS,
    decisionType: { kinds: undefined },
    decidedOn: { kinds: undefined, requiredToSubmit: undefined },
    catalogueItem: { managed: true },
  },
  scopeOf: ({ project, informationClass }) =>
    project && informationClass ? classScope(String(project), String(informationClass)) : null,
  scopeHint: '请选择项目和公开事项',
  placeOf: ({ project, informationClass, item }) => ({
    subjectId: String(project),
    facet: String(informationClass),
    item: String(item),
  }),
  timeLimitRulesOf: ({ informationClass }) => findClass(informationClass)?.timeLimitRules ?? [],
  async prepare(values, { strapi, trx }) {
    const { project, item: code, decisionType } = values;
    if (!project || !code) return {};
    const item = findItem(code);
    if (!item) throw new DisclosureError('INVALID_INPUT', `公开事项“${String(code)}”不是54项内容之一`);
    const found = await findPublication(strapi.db.connection, String(project), { trx });
    if (found?.state !== 'live') {
      throw new DisclosureError('INVALID_INPUT', '项目不存在或尚未公开：请先由牵头部门发布该项目');
    }
    const usual = DECISION_TYPES.find(({ label }) => label === item.decisionType)?.value ?? null;
    return {
      informationClass: item.classSlug,
      catalogueItem: item.row,
      decisionType: decisionType ?? usual,
    };
  },
  validate({ informationClass, ...values }) {
    const own = CLASS_ATTRIBUTES[String(informationClass)] ?? {};
    return Object.entries(classFields())
      .filter(([name]) => !(name in own) && values[name] != null && values[name] !== '')
      .map(([field, { label }]) => ({ field, message: `“${label}”不属于该类信息，请清空` }));
  },
};
