import { STRUCTURED } from '../../disclosure/server/domain/base-fields';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import type { DocumentLink, Relation } from '../../disclosure/server/links/relations';
import type { Values } from '../../disclosure/server/types';
import { documentList, listIn, ROWS, SLUG, text } from '../common';
import { INTERPRETATION_FIELDS, interpreted, planIssues, preparePlan } from '../interpretation/interpreted';
import { settingsOf } from '../settings';
import { lastDayOf } from './expiry';

const OWN_ROWS: ReadonlySet<unknown> = new Set([ROWS.normative, ROWS.other]);
const MAX_YEARS = 50;

/** 行政规范性文件 and other policy documents: their validity follows from their days and from other documents. */
export const normativeDocument: TypeManifest = {
  singular: 'normative-document',
  plural: 'normative-documents',
  name: '政策文件',
  base: 'record',
  kind: 'normative-document',
  only: ['catalogueItem', 'theme', 'genre', 'disclosureMode', ...STRUCTURED],
  fields: {
    registrationNo: {
      label: '规范性文件统一编号',
      type: 'string',
      maxLength: 60,
      hint: '登记机关编的号，没有的不填',
    },
    effectiveOn: { label: '施行日期', type: 'date', requiredToSubmit: true, hint: '自这一天起有效' },
    validityYears: { label: '有效期（年）', type: 'integer', hint: '填写后推算“有效期至”；长期有效的不填' },
    validUntil: {
      label: '有效期至',
      type: 'date',
      dateRule: { notBefore: { field: 'effectiveOn', name: '施行日期' } },
      hint: '最后有效的一天；文件写明的以文件为准。清空并保存，则按“有效期（年）”重新推算',
    },
    amends: {
      label: '修改的文件',
      type: 'json',
      input: 'documents',
      source: `${SLUG}.decidable-documents`,
      schema: documentList,
      hint: '发布后，这些文件自本文件施行之日起显示“已修改”',
    },
    repeals: {
      label: '废止的文件',
      type: 'json',
      input: 'documents',
      source: `${SLUG}.decidable-documents`,
      schema: documentList,
      hint: '发布后，这些文件自本文件施行之日起显示“废止”，并链接到本文件',
    },
    ...INTERPRETATION_FIELDS,
  },
  scopeOf: ({ catalogueItem }) => (OWN_ROWS.has(catalogueItem) ? String(catalogueItem) : null),
  scopeHint: `请选择目录事项（catalogueItem）：${ROWS.normative} 行政规范性文件，或 ${ROWS.other} 其他政策文件`,
  async prepare(values, { strapi }) {
    return {
      ...preparePlan(values, settingsOf(strapi)),
      ...deriveLastDay(values, settingsOf(strapi).expiry.lastDay),
    };
  },
  validate: (values) => [...yearsIssues(values), ...planIssues(values)],
  linksOf: (values) => [...linksTo('amends', values), ...linksTo('repeals', values)],
  ...interpreted,
};

function deriveLastDay(
  { effectiveOn, validityYears, validUntil: entered }: Values,
  convention: Parameters<typeof lastDayOf>[2],
): Values {
  const from = text(effectiveOn);
  if (entered || !from || !isYears(validityYears)) return {};
  const validUntil = lastDayOf(from, validityYears, convention);
  // beyond the year 9999 there are no dates
  return validUntil.length === from.length ? { validUntil } : {};
}

const isYears = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_YEARS;

const yearsIssues = ({ validityYears }: Values) =>
  validityYears == null || isYears(validityYears)
    ? []
    : [{ field: 'validityYears', message: `“有效期（年）”须为1至${MAX_YEARS}的整数` }];

const linksTo = (relation: Extract<Relation, 'amends' | 'repeals'>, values: Values): DocumentLink[] =>
  listIn(documentList, values[relation]).map((target) => ({
    relation,
    target,
    on: String(values.effectiveOn ?? values.formedOn),
  }));
