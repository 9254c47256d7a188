import { z } from 'zod';
import type { TypeManifest } from '../../../disclosure/server/domain/manifest';
import { DisclosureError } from '../../../disclosure/server/errors';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Values } from '../../../disclosure/server/types';
import { APPLICANT_KINDS } from '../../../requests/shared/applicants';
import catalogue from '../catalogue.json';
import { dueOnOf, FIRST_YEAR, KIND, ROWS } from '../common';
import { bodyOf } from '../layout/body';
import { failuresOf } from '../numbers/check';
import { prepareNumbers } from '../numbers/prepare-numbers';
import { findReport } from '../reads/stored-reports';
import { FIGURES, type Figures } from '../shared/figures';
import type { Numbers } from '../shared/numbers';
import { REPORTS_OF, type ReportOf, TEXTS, type Texts } from '../shared/sections';

const MOST_LETTERS = 20_000;

const textsSchema = z.strictObject(
  Object.fromEntries(
    TEXTS.map(({ code, label }) => [
      code,
      z
        .string(`“${label}”须为文字`)
        .max(MOST_LETTERS, `“${label}”最多${MOST_LETTERS}个字`)
        .refine((text) => !text.includes('\0'), `“${label}”中有无法保存的空字符`)
        .optional(),
    ]),
  ),
);

const count = (label: string) =>
  z.int(`“${label}”须为整数`).min(0, `“${label}”不能是负数`).max(99_999_999, `“${label}”过大，请核对`);
const amount = (label: string) =>
  z.number(`“${label}”须为数字`).min(0, `“${label}”不能是负数`).max(99_999_999, `“${label}”过大，请核对`);

export const figuresSchema = z.strictObject({
  ...Object.fromEntries(
    FIGURES.map(({ code, label, unit }) => [
      code,
      (unit === '件' ? count(label) : amount(label)).nullable().optional(),
    ]),
  ),
  carriedForward: z
    .strictObject(
      Object.fromEntries(APPLICANT_KINDS.map(({ code, label }) => [code, count(label).default(0)])),
    )
    .nullable()
    .optional(),
});

/** What a report is made of, read from its values. */
export const partsOf = (values: Values) => ({
  year: Number(values.year),
  reportOf: (values.reportOf ?? 'department') as ReportOf,
  texts: (values.texts ?? {}) as Texts,
  figures: (values.figures ?? {}) as Figures,
  departments: (values.departments ?? null) as string[] | null,
  numbers: (values.numbers ?? null) as Numbers | null,
});

/** The row follows from whose report it is, so that nobody takes a department's report to the district's row. */
const rowOf = ({ reportOf }: Values): string => (reportOf === 'district' ? ROWS.district : ROWS.department);

const derived = { managed: true, requiredToSubmit: undefined } as const;

/**
 * 政府信息公开工作年度报告 (条例第四十九条、第五十条): a document like any other. Its numbers are counted anew at every
 * save, and stay as they are from the submission on; its text is made of them and of what people write.
 */
export const reportType: TypeManifest = {
  singular: 'report',
  plural: 'reports',
  name: '年度报告',
  base: 'record',
  kind: KIND,
  only: ['catalogueItem', 'title', 'formedOn', 'body'],
  fields: {
    year: { label: '年度', type: 'integer', requiredToSubmit: true, hint: '报告的年度，如 2026' },
    reportOf: { label: '报告主体', type: 'choice', choices: REPORTS_OF, default: 'department' },
    departments: {
      label: '汇总的部门',
      type: 'json',
      schema: z.array(z.string().max(64)).min(1, '至少选择一个部门').max(500),
      hint: '区政府的报告汇总哪些部门；不填为全部',
    },
    texts: { label: '文字部分', type: 'json', schema: textsSchema },
    figures: { label: '填报的数据', type: 'json', schema: figuresSchema },
    numbers: { label: '统计数据', type: 'json', managed: true },
  },
  adjust: {
    catalogueItem: derived,
    title: derived,
    body: derived,
    formedOn: { ...derived, hint: '最近一次计数之日' },
  },
  // 经主管部门审核: the office reviews what departments hand in
  reviewedBy: catalogue.leadDepartment,
  scopeOf: rowOf,
  scopeHint: '请填写年度',
  async prepare(values, { strapi, owner }) {
    const { year, reportOf, texts, figures, departments } = partsOf(values);
    assertYear(year);
    const other = await findReport(strapi, { owner, reportOf, year });
    if (other && other.documentId !== values.documentId)
      throw new DisclosureError('INVALID_INPUT', `${year}年的报告已经有了，请在原来的报告上修改`);
    const numbers = await prepareNumbers(strapi, { owner, reportOf, year, figures, departments });
    const name = reportOf === 'district' ? '区人民政府' : await nameOfDepartment(strapi, owner);
    const title = `${name}${year}年政府信息公开工作年度报告`;
    return {
      catalogueItem: rowOf(values),
      formedOn: todayInShanghai(),
      title,
      numbers,
      body: bodyOf({ name, year, texts, numbers }),
    };
  },
  validate(values) {
    const { numbers, texts } = partsOf(values);
    return failuresOf(numbers, texts).map(({ table, message }) => ({ field: table, message }));
  },
  placeOf: ({ year, reportOf }) => ({
    subjectId: null,
    facet: String(year),
    item: String(reportOf ?? 'department'),
  }),
  timeLimitRulesOf: () => [{ kind: 'at_event', event: '年度报告公布期限' }],
  eventsOf: (values) => {
    const { year, reportOf } = partsOf(values);
    return { 年度报告公布期限: dueOnOf(reportOf, year) };
  },
};

function assertYear(year: number): void {
  const thisYear = Number(todayInShanghai().slice(0, 4));
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= thisYear) return;
  throw new DisclosureError('INVALID_INPUT', `“年度”须为${FIRST_YEAR}至${thisYear}之间的年份`);
}
