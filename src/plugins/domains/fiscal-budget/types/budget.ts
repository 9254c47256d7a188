import { STRUCTURED, TEXT_IS_OPTIONAL } from '../../../disclosure/server/domain/base-fields';
import type { TypeManifest } from '../../../disclosure/server/domain/manifest';
import { DisclosureError } from '../../../disclosure/server/errors';
import { findPublication } from '../../../disclosure/server/read-model/find-publication';
import { amount, choice, SLUG, year, yearIssues } from './common';

export const ACCOUNTS = [
  { value: 'budget', label: '预算' },
  { value: 'final-accounts', label: '决算' },
] as const;
export type Account = (typeof ACCOUNTS)[number]['value'];

/** What each row of the standard catalogue holds: whose accounts, and which. */
const ROWS: Record<string, { level: 'government' | 'department'; account: Account }> = {
  'D08-01': { level: 'government', account: 'budget' },
  'D08-02': { level: 'government', account: 'budget' },
  'D08-03': { level: 'government', account: 'budget' },
  'D08-04': { level: 'government', account: 'final-accounts' },
  'D08-05': { level: 'government', account: 'final-accounts' },
  'D08-06': { level: 'government', account: 'final-accounts' },
  'D08-07': { level: 'department', account: 'budget' },
  'D08-08': { level: 'department', account: 'final-accounts' },
};

const rowOf = (catalogueItem: unknown) => ROWS[String(catalogueItem)];

/** 预决算: of the government, of a department, or of a unit of a department. */
export const budget: TypeManifest = {
  singular: 'budget',
  plural: 'budgets',
  name: '预算和决算',
  base: 'record',
  kind: 'budget',
  only: ['catalogueItem', ...STRUCTURED],
  fields: {
    unit: {
      label: '所属单位',
      type: 'choice',
      source: `${SLUG}.own-units`,
      hint: '部门汇总的预决算不选；所属单位的预决算选该单位（先发布“预算单位”）',
    },
    year: year(),
    approvedOn: {
      label: '批准（批复）日期',
      type: 'date',
      requiredToSubmit: true,
      hint: '政府预决算为人大批准之日，部门预决算为财政部门批复之日；20日内公开（预算法第十四条）',
    },
    account: choice('预算或决算', ACCOUNTS, { managed: true }),
    revenue: amount('收入总计'),
    expenditure: amount('支出总计'),
    threePublic: amount('“三公”经费'),
  },
  adjust: {
    ...TEXT_IS_OPTIONAL,
    attachments: { hint: '预决算报表（含空表）和说明' },
  },
  scopeOf: ({ catalogueItem }) => (rowOf(catalogueItem) ? String(catalogueItem) : null),
  scopeHint: '请选择财政预决算的目录事项：D08-01至D08-08',
  eventsOf: ({ approvedOn }) => {
    const on = approvedOn ? String(approvedOn) : undefined;
    return { people_congress_approval: on, finance_dept_reply: on };
  },
  async prepare({ catalogueItem, unit }, { strapi, trx }) {
    const row = rowOf(catalogueItem);
    if (!row) return {};
    if (unit) {
      if (row.level === 'government') {
        throw new DisclosureError('INVALID_INPUT', '政府预决算没有所属单位，请清空“所属单位”');
      }
      const found = await findPublication(strapi.db.connection, String(unit), { trx });
      if (found?.state !== 'live' || found.publication.kind !== 'budget-unit') {
        throw new DisclosureError('INVALID_INPUT', '所属单位不存在或尚未公开：请先发布该“预算单位”');
      }
    }
    return { account: row.account };
  },
  validate: (values) => yearIssues(values),
  placeOf: ({ unit, account, year: of }) => ({
    subjectId: unit ? String(unit) : null,
    facet: String(account),
    item: String(of),
  }),
};
