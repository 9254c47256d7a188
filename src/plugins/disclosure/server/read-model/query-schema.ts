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
    .date({ error: `${label}须为日期,格式如 2026-11-02` })
    .refine((value) => value >= '0001-01-01', `${label}须为日期,格式如 2026-11-02`);

/** Values of the query string are text: the numbers and flags in them are read here. */
export const wholeNumber = (label: string, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${label}须为1至${max}的整数`)
    .transform(Number)
    .pipe(z.number().min(1, `${label}须为1至${max}的整数`).max(max, `${label}须为1至${max}的整数`))
    .default(fallback);

/** Page of a list. */
export const page = {
  limit: wholeNumber('limit', 100, 20),
  cursor: z.string().max(400, 'cursor 无效').optional(),
};

const filters = {
  domain: code('domain').optional(),
  catalogueItem: code('catalogueItem').optional(),
  department: code('department').optional(),
  column: code('column').optional(),
  kind: code('kind').optional(),
  theme: code('theme').optional(),
  genre: code('genre').optional(),
  validity: code('validity').optional(),
  /** the day of which the validity is asked for and told; today where it is not named */
  on: day('on').optional(),
  indexNo: code('indexNo').optional(),
  docNo: code('docNo').optional(),
  subject: code('subject').optional(),
  from: day('from').optional(),
  to: day('to').optional(),
};

export const flag = z
  .enum(['true', 'false'], { error: 'count 只能是 true 或 false' })
  .transform((value) => value === 'true')
  .default(false);

const sort = z
  .enum(['newest', 'oldest', 'formed'], { error: 'sort 只能是 newest、oldest 或 formed' })
  .default('newest');

export const publicationQuerySchema = z.strictObject({
  ...filters,
  ...page,
  sort,
  count: flag,
});

export const searchQuerySchema = z.strictObject({
  ...filters,
  ...page,
  sort,
  count: flag,
  q: z
    .string('请填写检索词 q')
    .trim()
    .min(1, '请填写检索词 q')
    .max(100, '检索词 q 不能超过100个字')
    .refine((value) => !value.includes('\0'), '检索词 q 中有空字符'),
});

export const exportQuerySchema = z.strictObject({
  ...filters,
  sort,
  format: z.enum(['csv', 'xlsx', 'jsonl'], { error: 'format 只能是 csv、xlsx 或 jsonl' }),
});

/** `q` is a search's; `type` is the engine's own: no query string can ask for it. */
export type PublicationQuery = z.infer<typeof publicationQuerySchema> & { q?: string; type?: string };

export const auditQuerySchema = z.strictObject({
  documentId: code('documentId').optional(),
  limit: page.limit,
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'cursor 无效')
    .optional(),
});

export const catalogueQuerySchema = z.strictObject({
  domain: code('domain').optional(),
  department: code('department').optional(),
  status: z.enum(['all', 'in-force'], 'status 只能是 all 或 in-force').default('in-force'),
});

/** The desk's page 标准目录; without a domain: one that concerns the person. */
export const deskCatalogueQuerySchema = z.strictObject({ domain: code('domain').optional() });

export const coverageQuerySchema = z.strictObject({
  domain: code('domain').optional(),
  department: code('department').optional(),
  period: z
    .string('period 格式如 2026、2026-Q3 或 2026-11')
    .regex(/^(19|20|21)\d{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, 'period 格式如 2026、2026-Q3 或 2026-11')
    .optional(),
});
export type CoverageQuery = z.infer<typeof coverageQuerySchema>;

/** One publication, with its validity on a day. */
export const publicationDetailQuerySchema = z.strictObject({ on: day('on').optional() });

export const emptyQuerySchema = z.strictObject({});

const describeIssue = (issue: z.core.$ZodIssue, unknownName: string): string =>
  issue.code === 'unrecognized_keys' ? `${unknownName}:${issue.keys.join('、')}` : issue.message;

/** Text in Chinese of what is wrong, a part a problem. */
export const describeIssues = (error: z.ZodError, unknownName: string): string =>
  error.issues.map((issue) => describeIssue(issue, unknownName)).join(';');

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
  throw new DisclosureError('INVALID_QUERY', `查询参数有误:${describeIssues(result.error, '不认识的参数')}`);
}
