import { z } from 'zod';
import { DisclosureError } from '../errors';
import { describeIssues } from '../read-model/query-schema';
import { timeLimitRulesSchema } from './time-limit-input';

const MAX_ROWS = 20;

const text = (label: string, max: number) =>
  z
    .string(`“${label}”须为文字`)
    .trim()
    .max(max, `“${label}”不能超过${max}个字`)
    .refine((value) => !value.includes('\0'), `“${label}”中有无法保存的空字符`);
const required = (label: string, max: number) => text(label, max).min(1, `请填写“${label}”`);
const list = (label: string) =>
  z.array(required(label, 1000), `“${label}”须为文字的列表`).max(100, `“${label}”不能超过100项`);

/** The texts of a row, as the office may set them. */
export const rowTexts = {
  level1: required('一级事项', 200),
  level2: required('二级事项', 200).nullable(),
  contentElements: list('公开内容（要素）'),
  legalBasis: list('公开依据'),
  timeLimit: text('公开时限', 2000).nullable(),
  timeLimitRules: timeLimitRulesSchema,
  publisher: text('公开主体', 2000).nullable(),
  channels: list('公开渠道和载体'),
  audience: z.strictObject(
    {
      public: z.boolean('“公开对象”的 public 须为 true 或 false'),
      specific: text('公开对象', 500).nullable(),
    },
    '“公开对象”格式如 {"public": true, "specific": null}',
  ),
  method: z.array(
    z.enum(['proactive', 'on_request'], '“公开方式”只能是 proactive（主动）或 on_request（依申请）'),
    '“公开方式”须为列表',
  ),
  level: z
    .strictObject(
      { county: z.boolean(), township: z.boolean() },
      '“公开层级”格式如 {"county": true, "township": false}',
    )
    .nullable(),
  note: text('说明', 2000).nullable(),
} as const;

const values = z.strictObject(rowTexts).partial();
export type RowTexts = z.infer<typeof values>;

const reason = required('理由', 2000);
const code = z.string('目录事项代码须为文字').regex(/^[A-Z]\d{2}-\d{2,3}$/, '目录事项代码格式如 D05-03');
const isWebAddress = (value: string): boolean => /^https?:\/\/\S+$/.test(value);

/** The published text in which a row was read: its name, and its address or where it can be looked up. */
const evidence = z
  .strictObject(
    {
      title: required('公开文本的名称', 300),
      docNo: text('文号', 100).nullish(),
      url: text('网址', 1000)
        .refine((value) => value === '' || isWebAddress(value), '“网址”须以 http:// 或 https:// 开头')
        .nullish(),
    },
    '请填写依据的公开文本：名称 title，网址 url 或文号 docNo',
  )
  .refine(({ url, docNo }) => Boolean(url || docNo), '请填写公开文本的“网址”或“文号”，便于他人查对');
export type Evidence = z.infer<typeof evidence>;

const changed = values.refine((given) => Object.keys(given).length > 0, '请填写要更正的内容');
/** A row that a split makes: what is not said is as in the row that is split. */
const part = z.strictObject({ ...values.shape, level2: required('二级事项', 200) });

/** What each act takes. */
export const ACT_INPUTS = {
  confirm: z.strictObject({ reason, evidence }),
  correct: z.strictObject({ reason, values: changed }),
  split: z.strictObject({
    reason,
    rows: z
      .array(part, '请填写拆分出的事项 rows')
      .min(2, '至少要拆分成两个事项')
      .max(MAX_ROWS, `一次最多拆分成${MAX_ROWS}个事项`),
  }),
  merge: z.strictObject({
    reason,
    rows: z
      .array(code, '请选择并入的事项 rows')
      .min(1, '请选择至少一个并入的事项')
      .max(MAX_ROWS, `一次最多并入${MAX_ROWS}个事项`),
    values: values.optional(),
  }),
  retire: z.strictObject({ reason }),
} as const;
export type ActName = keyof typeof ACT_INPUTS;
export type ActInput<A extends ActName> = z.infer<(typeof ACT_INPUTS)[A]>;

export const ACT_NAMES: Record<ActName | 'add' | 'remove', string> = {
  confirm: '核实',
  correct: '更正',
  split: '拆分',
  merge: '合并',
  retire: '停用',
  add: '新增',
  remove: '删除',
};

export const isAct = (name: string): name is ActName => name in ACT_INPUTS;

/**
 * Reads the body of an act.
 *
 * @throws DisclosureError REASON_REQUIRED without a reason, INVALID_INPUT for anything else
 */
export function parseActInput<A extends ActName>(act: A, body: unknown): ActInput<A> {
  const result = ACT_INPUTS[act].safeParse(body ?? {});
  if (result.success) return result.data as ActInput<A>;
  const { issues } = result.error;
  const given = (body as { reason?: unknown } | null)?.reason;
  const lacksReason = typeof given !== 'string' || given.trim() === '';
  if (lacksReason) throw new DisclosureError('REASON_REQUIRED', `${ACT_NAMES[act]}须填写理由`);
  throw new DisclosureError('INVALID_INPUT', describeIssues(result.error, '不认识的内容'), {
    issues: issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
  });
}
