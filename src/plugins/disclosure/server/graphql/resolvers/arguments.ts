import type { z } from 'zod';
import { parseQuery } from '../../read-model/query-schema';
import type { Args } from '../context';

/** Without the arguments that were given as null: they say nothing. */
export const given = (args: Args): Args =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null && value !== undefined));

const asText = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

/**
 * Reads arguments by the schema of the same query string of REST, where every value is text.
 *
 * @throws DisclosureError INVALID_QUERY
 */
export const parseArgs = <T>(schema: z.ZodType<T>, args: Args): T =>
  parseQuery(
    schema,
    Object.fromEntries(Object.entries(given(args)).map(([name, value]) => [name, asText(value)])),
  );
