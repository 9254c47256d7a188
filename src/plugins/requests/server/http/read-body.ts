import type { Context } from 'koa';
import type { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { describeIssues, issuesByField } from '../../../disclosure/server/read-model/query-schema';

const UNKNOWN = '不认识的字段';

/** @throws DisclosureError INVALID_INPUT with what is wrong, by field */
export function readBody<T>(schema: z.ZodType<T>, ctx: Context): T {
  const result = schema.safeParse(ctx.request.body ?? {});
  if (result.success) return result.data;
  throw new DisclosureError('INVALID_INPUT', describeIssues(result.error, UNKNOWN), {
    fields: issuesByField(result.error, UNKNOWN),
  });
}
