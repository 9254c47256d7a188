import { z } from 'zod';
import { STRUCTURED, TEXT_IS_OPTIONAL } from '../../disclosure/server/domain/base-fields';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import type { Issue } from '../../disclosure/server/gate/completeness';
import type { Relation } from '../../disclosure/server/links/relations';
import type { Values } from '../../disclosure/server/types';
import { documentReference, FIXED_ROW, listIn, ROWS, SLUG, scopeOfRow } from '../common';

/** 清理结论, and what each does to the document. */
export const OUTCOMES = [
  { value: 'continue', label: '继续有效', relation: 'confirms' },
  { value: 'amend', label: '修改', relation: 'amends' },
  { value: 'repeal', label: '废止', relation: 'repeals' },
  { value: 'lapse', label: '失效', relation: 'lapses' },
] as const satisfies readonly { value: string; label: string; relation: Relation }[];
type Outcome = (typeof OUTCOMES)[number]['value'];

const MAX_ENTRIES = 500;

/** A line of the list: a document of the system, or what it is called where it is not in it. */
const entriesSchema = z
  .array(
    z.strictObject({
      outcome: z.enum(OUTCOMES.map(({ value }) => value) as [Outcome, ...Outcome[]], {
        error: '清理结论只能是：继续有效 continue、修改 amend、废止 repeal、失效 lapse',
      }),
      document: documentReference.optional(),
      title: z.string().max(200).optional(),
      docNo: z.string().max(60).optional(),
      note: z.string().max(300).optional(),
    }),
    '清理目录须为列表',
  )
  .max(MAX_ENTRIES, `一次清理最多${MAX_ENTRIES}件`);
export type CleanupEntry = z.infer<typeof entriesSchema>[number];

export const entriesOf = ({ entries }: Values): CleanupEntry[] => listIn(entriesSchema, entries);

/** 规范性文件清理结果: published as a document of its own; its decisions take effect on the named documents. */
export const cleanupBatch: TypeManifest = {
  singular: 'cleanup-batch',
  plural: 'cleanup-batches',
  name: '规范性文件清理结果',
  base: 'record',
  kind: 'cleanup-batch',
  only: ['catalogueItem', ...STRUCTURED],
  fields: {
    year: { label: '清理年度', type: 'integer', requiredToSubmit: true, hint: '如：2026' },
    decidedOn: {
      label: '清理决定日期',
      type: 'date',
      requiredToSubmit: true,
      dateRule: { past: true },
      hint: '清理结论自这一天起生效；决定的文号填在“文号”',
    },
    entries: {
      label: '清理目录',
      type: 'json',
      input: 'entries',
      schema: entriesSchema,
      requiredToSubmit: true,
      columns: [
        { name: 'outcome', label: '清理结论', kind: 'choice', choices: OUTCOMES },
        { name: 'document', label: '文件', kind: 'document', source: `${SLUG}.decidable-documents` },
        { name: 'title', label: '文件名称（不在系统内的）', kind: 'text' },
        { name: 'docNo', label: '文号', kind: 'text' },
        { name: 'note', label: '说明', kind: 'text' },
      ],
      hint: '一行一件；系统内的文件请选择，发布后其有效性随之改变；不在系统内的填写名称和文号',
    },
  },
  adjust: { ...FIXED_ROW, ...TEXT_IS_OPTIONAL },
  scopeOf: scopeOfRow,
  scopeHint: '',
  prepare: async () => ({ catalogueItem: ROWS.cleanup }),
  validate: (values) => [...yearIssues(values), ...entryIssues(values)],
  placeOf: ({ year }) => ({ subjectId: null, facet: null, item: String(year) }),
  linksOf: (values) =>
    entriesOf(values).flatMap(({ outcome, document }) => {
      const found = OUTCOMES.find(({ value }) => value === outcome);
      const on = String(values.decidedOn ?? values.formedOn);
      return document && found ? [{ relation: found.relation, target: document, on }] : [];
    }),
};

const yearIssues = ({ year }: Values): Issue[] =>
  year == null || (Number(year) >= 1949 && Number(year) <= 2100)
    ? []
    : [{ field: 'year', message: '“清理年度”须为四位年份，如 2026' }];

function entryIssues(values: Values): Issue[] {
  const entries = entriesOf(values);
  if (entries.length === 0) return [{ field: 'entries', message: '“清理目录”至少有一件文件' }];
  const nameless = entries.findIndex(({ document, title }) => !document && !title?.trim());
  return nameless < 0
    ? []
    : [{ field: 'entries', message: `“清理目录”第${nameless + 1}行没有选文件，也没有填文件名称` }];
}
