import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { nameUnstorable } from '../gate/unstorable';
import { parseQuery } from '../read-model/query-schema';
import type { Values } from '../types';

const number = (name: string, least: number) =>
  z
    .string(`pagination[${name}] 须为整数`)
    .regex(/^\d{1,9}$/, `pagination[${name}] 须为整数`)
    .refine((value) => Number(value) >= least, `pagination[${name}] 不能小于${least}`)
    .optional();

const order = z.string().regex(/^[\w.]+(:(asc|desc))?(,[\w.]+(:(asc|desc))?)*$/i, 'sort 格式如 title:asc');
const sort = z.union([order, z.array(order), z.unknown().refine((value) => typeof value === 'object')], {
  error: 'sort 格式如 title:asc',
});

// The only relation that the public may have filled in, and nothing below it: a file's own relations
// lead to every document that it is attached to, drafts included.
const attachments = z.literal('attachments');
const populate = z.union(
  [
    attachments,
    z.array(attachments),
    z.strictObject({
      attachments: z.union([
        z.literal('true'),
        z.strictObject({ fields: z.union([z.string(), z.array(z.string())]).optional() }),
      ]),
    }),
  ],
  { error: 'populate 只能是 attachments' },
);

/** Strapi takes the two ends of a range unseen. */
const hasTwoEnds = (value: unknown): boolean => Array.isArray(value) && value.length === 2;

function rangesAreWhole(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([key, inner]) =>
    key === '$between' ? hasTwoEnds(inner) : rangesAreWhole(inner),
  );
}

const list = (name: string) => z.array(filter, `filters[${name}] 须为条件的列表`).optional();
const filter: z.ZodType = z
  .lazy(() =>
    z.looseObject(
      {
        $and: list('$and'),
        $or: list('$or'),
        $not: filter.optional(),
      },
      'filters 格式如 filters[title][$contains]=项目',
    ),
  )
  // every type's list takes the same: one type in the description of the interface
  .meta({ title: 'RecordFilters' });

const field = z.string().min(1, 'fields 不能为空');

/** Anything else at the top of a query reached the database in CVE-2026-27886 and CVE-2024-56143. */
export const readQuerySchema = z.strictObject({
  filters: filter
    .refine(rangesAreWhole, '$between 须有起止两个值')
    .describe('条件，如 filters[title][$contains]=项目')
    .optional(),
  fields: z
    .union([field, z.array(field)], { error: 'fields 须为字段名' })
    .describe('只要这些字段，如 fields=title')
    .optional(),
  sort: sort.describe('如 formedOn:desc').optional(),
  populate: populate.describe('attachments：连同附件').optional(),
  pagination: z
    .strictObject(
      {
        page: number('page', 1),
        pageSize: number('pageSize', 1),
        start: number('start', 0),
        limit: number('limit', 1),
        withCount: z.enum(['true', 'false'], 'pagination[withCount] 只能是 true 或 false').optional(),
      },
      'pagination 只能有 page、pageSize、start、limit、withCount',
    )
    .describe('如 pagination[page]=2、pagination[pageSize]=50')
    .optional(),
  status: z.enum(['draft', 'published'], 'status 只能是 published').optional(),
});

/**
 * The query of a public read of one type, checked by its form and by Strapi's own validation.
 *
 * @throws DisclosureError INVALID_QUERY
 */
export async function readQuery(
  strapi: Core.Strapi,
  type: RegisteredType,
  asked: unknown,
): Promise<{ query: Values; wantsDrafts: boolean }> {
  const { status, ...query } = parseQuery(readQuerySchema, asked);
  const model = strapi.contentType(type.uid);
  return namingMistakes(async () => {
    await strapi.contentAPI.validate.query(query, model, {});
    const safe = (await strapi.contentAPI.sanitize.query(query, model, {})) as Values;
    return { query: safe, wantsDrafts: status === 'draft' };
  });
}

/** The message of Strapi that a wrong name brings. */
const inChinese = (message: string): string => message.replace(/^Invalid key (\S+).*$/s, '没有“$1”这个字段');

/** Strapi throws a plain error for a filter on a number that is none. */
const NO_NUMBER = /^Expected a valid Number/;

/**
 * Runs a read that was asked for from outside; what Strapi or the database cannot make sense of is the
 * caller's mistake.
 *
 * @throws DisclosureError INVALID_QUERY
 */
export async function namingMistakes<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isMistake =
      error instanceof errors.ValidationError ||
      error instanceof errors.PaginationError ||
      (error instanceof Error && NO_NUMBER.test(error.message));
    if (isMistake) throw new DisclosureError('INVALID_QUERY', `查询参数有误：${inChinese(error.message)}`);
    throw nameUnstorable(error, 'INVALID_QUERY');
  }
}
