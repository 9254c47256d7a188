import type { z } from 'zod';
import { DisclosureError } from '../errors';
import { describeIssues, issuesByField } from '../read-model/query-schema';

/**
 * Reads the body of a request by its schema.
 *
 * @param unknownName what a field that the schema does not know is called
 * @throws DisclosureError INVALID_INPUT with what is wrong in words, and by field in `details.fields`
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown, unknownName = '不认识的字段'): T {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new DisclosureError('INVALID_INPUT', describeIssues(result.error, unknownName), {
    fields: issuesByField(result.error, unknownName),
  });
}
