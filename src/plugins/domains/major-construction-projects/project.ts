import { z } from 'zod';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import { DisclosureError } from '../../disclosure/server/errors';
import { findDepartment } from '../../disclosure/server/reference-data/departments';
import { replaceResponsibilities } from '../../disclosure/server/reference-data/responsibilities';
import type { Values } from '../../disclosure/server/types';
import { CLASSES, classScope, findClass, ITEM_CODES, PROJECT_SCOPE, SLUG } from './items';

const classSlug = z.string().refine((slug) => findClass(slug) !== undefined, '不是8类信息之一');

/** Departments by information class. */
export const responsibleSchema = z.record(classSlug, z.array(z.string().max(60)).max(20), '责任部门格式有误');
export type Responsible = z.infer<typeof responsibleSchema>;

/** What is known of an item before it is public: that it does not apply, or when it was formed. */
export const itemPlanSchema = z.record(
  z.string().refine((code) => ITEM_CODES.has(code), '不是54项内容之一'),
  z.union([
    z.strictObject({ notApplicable: z.string().min(1, '请填写不适用的理由').max(200) }),
    z.strictObject({ formedOn: z.iso.date('形成日期格式如 2026-11-02') }),
  ]),
);
export type ItemPlan = z.infer<typeof itemPlanSchema>;

const departmentsOf = (values: Values): string[] => [
  ...new Set(Object.values((values.responsible ?? {}) as Responsible).flat()),
];

/** 重大建设项目: who is responsible for each of the 8 classes is reviewed and published with it. */
export const project: TypeManifest = {
  singular: 'project',
  plural: 'projects',
  name: '项目',
  base: 'plain',
  kind: 'project',
  fields: {
    title: { label: '项目名称', type: 'string', requiredToSubmit: true, maxLength: 200 },
    projectCode: {
      label: '项目统一代码',
      type: 'string',
      requiredToSubmit: true,
      maxLength: 40,
      hint: '全国投资项目在线审批监管平台赋码，如 2025-360104-83-01-123456',
    },
    legalPerson: { label: '项目法人单位', type: 'string', requiredToSubmit: true },
    investment: { label: '总投资（万元）', type: 'decimal' },
    stage: {
      label: '项目状态',
      type: 'choice',
      choices: [
        { value: 'preparation', label: '前期' },
        { value: 'under-construction', label: '在建' },
        { value: 'completed', label: '竣工' },
      ],
    },
    location: { label: '建设地点', type: 'string' },
    formedOn: { label: '纳入名单日期', type: 'date' },
    plannedStartOn: { label: '计划开工日期', type: 'date' },
    plannedEndOn: { label: '计划竣工日期', type: 'date' },
    scope: { label: '建设内容及规模', type: 'text' },
    responsible: {
      label: '8类信息责任部门',
      type: 'json',
      input: 'matrix',
      source: `${SLUG}.classes`,
      schema: responsibleSchema,
      hint: '谁审批、谁公开；谁制作或保存、谁公开。项目发布后生效',
      requiredToSubmit: true,
    },
    itemPlan: {
      label: '事项安排',
      type: 'json',
      input: 'reasons',
      source: `${SLUG}.items`,
      schema: itemPlanSchema,
      hint: '不适用的事项写明理由；已形成的信息填写形成日期，据此计算公开期限',
    },
  },
  scopeOf: () => PROJECT_SCOPE,
  scopeHint: '',
  async prepare(values, { strapi }) {
    assertJson(responsibleSchema, values.responsible);
    assertJson(itemPlanSchema, values.itemPlan);
    for (const code of departmentsOf(values)) {
      if (!(await findDepartment(strapi, code, new Date()))) {
        throw new DisclosureError('INVALID_INPUT', `责任部门“${code}”不存在或已撤销`);
      }
    }
    return {};
  },
  validate(values) {
    const responsible = (values.responsible ?? {}) as Responsible;
    const missing = CLASSES.filter(({ slug }) => !responsible[slug]?.length).map(({ name }) => name);
    return missing.length
      ? [{ field: 'responsible', message: `请为下列信息确定责任部门：${missing.join('、')}` }]
      : [];
  },
  async afterPublish({ strapi, draft }) {
    const projectId = String(draft.documentId);
    const rows = Object.entries((draft.responsible ?? {}) as Responsible).flatMap(([slug, departments]) =>
      departments.map((department) => ({ scope: classScope(projectId, slug), department })),
    );
    await replaceResponsibilities(strapi, projectId, rows);
  },
  async afterWithdraw({ strapi, subject }) {
    await replaceResponsibilities(strapi, String(subject.documentId), []);
  },
};

/** The panel's own endpoints do not pass the schema of the API. */
function assertJson(schema: z.ZodType, value: unknown): void {
  if (value === null || value === undefined) return;
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new DisclosureError('INVALID_INPUT', result.error.issues.map(({ message }) => message).join('；'));
  }
}
