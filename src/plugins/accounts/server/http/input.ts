import type { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { describeIssues } from '../../../disclosure/server/read-model/query-schema';

/** @throws DisclosureError INVALID_INPUT in Chinese */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input ?? {});
  if (result.success) return result.data;
  throw new DisclosureError('INVALID_INPUT', describeIssues(result.error, '不认识的内容'));
}
