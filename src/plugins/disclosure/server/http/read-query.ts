import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
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

/** Anything else at the top of a query reached the database in CVE-2026-27886 and CVE-2024-56143. */
const readQuerySchema = z.strictObject({
  filters: z.unknown().optional(),
  fields: z.unknown().optional(),
  sort: sort.optional(),
  populate: populate.optional(),
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
  try {
    await strapi.contentAPI.validate.query(query, model, {});
    const safe = (await strapi.contentAPI.sanitize.query(query, model, {})) as Values;
    return { query: safe, wantsDrafts: status === 'draft' };
  } catch (error) {
    if (error instanceof errors.ValidationError) {
      throw new DisclosureError('INVALID_QUERY', `查询参数有误:${error.message}`);
    }
    throw error;
  }
}
