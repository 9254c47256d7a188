import { z } from 'zod';
import { DisclosureError } from '../errors';

export const code = (label: string) =>
  z
    .string(`${label}须为文字`)
    .min(1, `${label}不能为空`)
    .max(120, `${label}过长`)
    .refine((value) => !value.includes('\0'), `${label}中有空字符`);
const day = (label: string) =>
  z.iso
    .date({ error: `${label}须为日期，格式如 2026-11-02` })
    .refine((value) => value >= '0001-01-01', `${label}须为日期，格式如 2026-11-02`);

/** Values of the query string are text: the numbers and flags in them are read here. */
export const wholeNumber = (label: string, max: number, fallback: number) =>
  z
    .string(`${label}须为1至${max}的整数`)
    .regex(/^\d{1,9}$/, `${label}须为1至${max}的整数`)
    .transform(Number)
    .pipe(z.number().min(1, `${label}须为1至${max}的整数`).max(max, `${label}须为1至${max}的整数`))
    .default(fallback)
    // what the description of the interface says of it: a number, though it comes as text
    .meta({
      type: 'integer',
      pattern: undefined,
      minimum: 1,
      maximum: max,
      description: `不填为${fallback}`,
    });

/** Page of a list. */
export const page = {
  limit: wholeNumber('limit', 100, 20),
  cursor: z.string('cursor 无效').max(400, 'cursor 无效').describe('上一页 meta.nextCursor 的值').optional(),
};

/** Whose, and of which domain: what most reads can be asked for. */
const asked = {
  domain: code('domain').describe('公开领域的代码，如 social-assistance').optional(),
  department: code('department').describe('责任部门的代码，如 civil-affairs').optional(),
};

const filters = {
  domain: asked.domain,
  catalogueItem: code('catalogueItem').describe('标准目录事项的代码，如 D05-03').optional(),
  department: asked.department,
  column: code('column').describe('栏目的代码').optional(),
  kind: code('kind')
    .describe(
      '信息类型：document 文件、guide 办事指南、roster 名单台账、decision 决定、notice 公告，或领域自有的类型',
    )
    .optional(),
  theme: code('theme').describe('主题分类').optional(),
  genre: code('genre').describe('体裁，如 通知').optional(),
  validity: code('validity').describe('有效性：未生效、有效、已修改、废止、失效').optional(),
  /** the day of which the validity is asked for and told; today where it is not named */
  on: day('on').describe('有效性按哪一天推算，不填为今天').optional(),
  indexNo: code('indexNo').describe('索引号').optional(),
  docNo: code('docNo').describe('文号').optional(),
  subject: code('subject').describe('所属对象（如所属项目）的 documentId').optional(),
  from: day('from').describe('发布日期，自（含）').optional(),
  to: day('to').describe('发布日期，至（含）').optional(),
};

const flagOf = (label: string) =>
  z
    .enum(['true', 'false'], { error: `${label} 只能是 true 或 false` })
    .transform((value) => value === 'true')
    .default(false);
export const flag = flagOf('count').describe('为 true 时在 meta.total 中给出总数');

const sort = z
  .enum(['newest', 'oldest', 'formed'], { error: 'sort 只能是 newest、oldest 或 formed' })
  .default('newest')
  .describe('newest 最新发布的在前、oldest 最早的在前、formed 成文日期最近的在前');

export const publicationQuerySchema = z.strictObject({
  ...filters,
  ...page,
  sort,
  count: flag,
});

const searched = z
  .string('请填写检索词 q')
  .trim()
  .describe('检索词：多个词是“都要有”，"加引号" 逐字匹配，-词 排除')
  .min(1, '请填写检索词 q')
  .max(100, '检索词 q 不能超过100个字')
  .refine((value) => !value.includes('\0'), '检索词 q 中有空字符');

export const searchQuerySchema = z.strictObject({
  ...filters,
  ...page,
  sort: z
    .enum(['relevance', 'newest'], { error: 'sort 只能是 relevance 或 newest' })
    .default('relevance')
    .describe('relevance 最相关的在前；newest 最新发布的在前，可翻到底'),
  // the total is always there; clients of the list ask for it
  count: flag,
  facets: flagOf('facets').describe('为 true 时在 meta.facets 中给出各方面的条数'),
  q: searched,
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

export const suggestionQuerySchema = z.strictObject({ q: searched, limit: wholeNumber('limit', 20, 8) });
export type SuggestionQuery = z.infer<typeof suggestionQuerySchema>;

export const exportQuerySchema = z.strictObject({
  ...filters,
  sort,
  format: z.enum(['csv', 'xlsx', 'jsonl'], { error: 'format 只能是 csv、xlsx 或 jsonl' }),
});

/** `type` is the engine's own: no query string can ask for it. */
export type PublicationQuery = z.infer<typeof publicationQuerySchema> & { type?: string };

export const auditQuerySchema = z.strictObject({
  documentId: code('documentId').optional(),
  limit: page.limit,
  cursor: z
    .string('cursor 无效')
    .regex(/^\d{1,18}$/, 'cursor 无效')
    .optional(),
});

export const catalogueQuerySchema = z.strictObject({
  ...asked,
  status: z
    .enum(['all', 'in-force'], 'status 只能是 all 或 in-force')
    .default('in-force')
    .describe('in-force 现行的事项；all 连同已合并、拆分、停用的'),
});

/** The desk's page 标准目录; without a domain: one that concerns the person. */
export const deskCatalogueQuerySchema = z.strictObject({ domain: code('domain').optional() });

export const coverageQuerySchema = z.strictObject({
  ...asked,
  period: z
    .string('period 格式如 2026、2026-Q3 或 2026-11')
    .regex(/^(19|20|21)\d{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, 'period 格式如 2026、2026-Q3 或 2026-11')
    .describe('时段，如 2026、2026-Q3 或 2026-11')
    .optional(),
});
export type CoverageQuery = z.infer<typeof coverageQuerySchema>;

/** One publication, with its validity on a day. */
export const publicationDetailQuerySchema = z.strictObject({ on: filters.on });

export const emptyQuerySchema = z.strictObject({});

const describeIssue = (issue: z.core.$ZodIssue, unknownName: string): string =>
  issue.code === 'unrecognized_keys' ? `${unknownName}：${issue.keys.join('、')}` : issue.message;

/** Text in Chinese of what is wrong, a part a problem. */
export const describeIssues = (error: z.ZodError, unknownName: string): string =>
  error.issues.map((issue) => describeIssue(issue, unknownName)).join('；');

/** The same by field. */
export const issuesByField = (error: z.ZodError, unknownName: string): { field: string; message: string }[] =>
  error.issues.map((issue) => ({
    field: issue.code === 'unrecognized_keys' ? issue.keys.join('、') : issue.path.join('.'),
    message: describeIssue(issue, unknownName),
  }));

/**
 * Reads a query string by its schema.
 *
 * @throws DisclosureError INVALID_QUERY for an unknown parameter or a value that is no such value
 */
export function parseQuery<T>(schema: z.ZodType<T>, query: unknown): T {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  throw new DisclosureError('INVALID_QUERY', `查询参数有误：${describeIssues(result.error, '不认识的参数')}`);
}
