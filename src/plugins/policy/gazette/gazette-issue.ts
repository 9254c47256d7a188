import { z } from 'zod';
import { STRUCTURED, TEXT_IS_OPTIONAL } from '../../disclosure/server/domain/base-fields';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import type { Issue } from '../../disclosure/server/gate/completeness';
import type { Values } from '../../disclosure/server/types';
import { documentReference, FIXED_ROW, listIn, ROWS, SLUG, scopeOfRow } from '../common';
import { pdfIssues } from './pdf-issues';

const MAX_ITEMS = 300;

const itemsSchema = z
  .array(
    z.strictObject({
      document: documentReference.optional(),
      title: z.string().max(200).optional(),
      page: z.string().max(20).optional(),
    }),
    '公报目录须为列表',
  )
  .max(MAX_ITEMS, `一期公报最多${MAX_ITEMS}篇`);
export type GazetteItem = z.infer<typeof itemsSchema>[number];

export const itemsOf = ({ items }: Values): GazetteItem[] => listIn(itemsSchema, items);

/** 政府公报: an issue with its items in order, each linked to its document, and the whole as one PDF. */
export const gazetteIssue: TypeManifest = {
  singular: 'gazette-issue',
  plural: 'gazette-issues',
  name: '政府公报',
  base: 'record',
  kind: 'gazette-issue',
  only: ['catalogueItem', ...STRUCTURED.filter((name) => name !== 'docNo')],
  fields: {
    year: { label: '年度', type: 'integer', requiredToSubmit: true, hint: '如：2026' },
    issueNo: { label: '期号', type: 'integer', requiredToSubmit: true, hint: '本年第几期' },
    items: {
      label: '公报目录',
      type: 'json',
      input: 'entries',
      schema: itemsSchema,
      requiredToSubmit: true,
      columns: [
        { name: 'document', label: '文件', kind: 'document', source: `${SLUG}.public-documents` },
        { name: 'title', label: '标题（不在系统内的）', kind: 'text' },
        { name: 'page', label: '页码', kind: 'text' },
      ],
      hint: '按刊登的顺序，一行一篇',
    },
  },
  adjust: {
    ...FIXED_ROW,
    ...TEXT_IS_OPTIONAL,
    formedOn: { label: '出版日期', hint: '公报出版之日' },
    attachments: { hint: '公报全文，一个PDF文件' },
  },
  scopeOf: scopeOfRow,
  scopeHint: '',
  prepare: async () => ({ catalogueItem: ROWS.gazette }),
  validate: (values) => [...numberIssues(values), ...itemIssues(values)],
  placeOf: ({ year, issueNo }) => ({
    subjectId: null,
    facet: String(year),
    item: String(issueNo ?? '').padStart(3, '0'),
  }),
  linksOf: (values) => {
    const named = itemsOf(values).flatMap(({ document }) => (document ? [document] : []));
    return [...new Set(named)].map((target) => ({ relation: 'prints', target, on: String(values.formedOn) }));
  },
  release: { issues: pdfIssues },
};

const numberIssues = ({ year, issueNo }: Values): Issue[] => [
  ...(year == null || (Number(year) >= 1949 && Number(year) <= 2100)
    ? []
    : [{ field: 'year', message: '“年度”须为四位年份，如 2026' }]),
  ...(issueNo == null || (Number(issueNo) >= 1 && Number(issueNo) <= 366)
    ? []
    : [{ field: 'issueNo', message: '“期号”须为1至366的整数' }]),
];

function itemIssues(values: Values): Issue[] {
  const items = itemsOf(values);
  if (items.length === 0) return [{ field: 'items', message: '“公报目录”至少有一篇' }];
  const nameless = items.findIndex(({ document, title }) => !document && !title?.trim());
  return nameless < 0
    ? []
    : [{ field: 'items', message: `“公报目录”第${nameless + 1}行没有选文件，也没有填标题` }];
}
