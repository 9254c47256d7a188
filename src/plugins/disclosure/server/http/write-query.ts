import { z } from 'zod';
import { parseQuery } from '../read-model/query-schema';
import type { VerbInput } from '../types';

// Strapi's REST publishes with status; here only the verb publishes, so it says nothing
const writeQuerySchema = z.strictObject({ status: z.unknown().optional() });

export const deleteQuerySchema = z.strictObject({
  expectedVersion: z
    .string('expectedVersion 须为正整数')
    .regex(/^[1-9]\d{0,8}$/, 'expectedVersion 须为正整数')
    .transform(Number)
    .optional(),
});

/** The query string of a create, update or verb, which says nothing. @throws DisclosureError INVALID_QUERY */
export const assertWriteQuery = (query: unknown): void => void parseQuery(writeQuerySchema, query);

/** The query string of a delete. @throws DisclosureError INVALID_QUERY */
export const parseDeleteQuery = (query: unknown): VerbInput => parseQuery(deleteQuerySchema, query);
