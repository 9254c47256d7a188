import { z } from 'zod';
import { type Components, type JsonSchema, refTo } from './json-schema';

/** Keys by which zod's output names what OpenAPI has its own place for. */
const PLACE = /^#\/\$defs\/(.+)$/;

/**
 * The JSON Schema of what a zod schema takes in. What it defines for itself goes among the components, under names that
 * begin with `name`.
 */
export function fromZod(schema: z.ZodType, name: string, components: Components): JsonSchema {
  const {
    $schema: _version,
    $defs = {},
    ...made
  } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
  const nameOf = (inner: string) => `${name}${inner.replace(/\W|_/g, '')}`;
  for (const [inner, definition] of Object.entries($defs)) {
    components[nameOf(inner)] = relocate(definition, nameOf) as JsonSchema;
  }
  return relocate(made, nameOf) as JsonSchema;
}

function relocate(value: unknown, nameOf: (inner: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => relocate(inner, nameOf));
  if (value === null || typeof value !== 'object') return value;
  const { $ref } = value as { $ref?: unknown };
  const place = typeof $ref === 'string' ? PLACE.exec($ref)?.[1] : undefined;
  if (place !== undefined) return refTo(nameOf(place));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, relocate(inner, nameOf)]),
  );
}
