import { z } from 'zod';
import { type Components, type JsonSchema, refTo } from './json-schema';

/** Keys by which zod's output names what OpenAPI has its own place for. */
const PLACE = /^#\/\$defs\/(.+)$/;

/**
 * The JSON Schema of what a zod schema takes in. What it defines for itself goes among the components: under its title, where
 * several routes take the same, else under a name that begins with `name`.
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
  const nameOf = (inner: string) => String($defs[inner]?.title ?? `${name}${inner.replace(/\W|_/g, '')}`);
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
  const rest = Object.entries(value).filter(([key, inner]) => inner !== undefined && key !== '$ref');
  return {
    ...Object.fromEntries(rest.map(([key, inner]) => [key, relocate(inner, nameOf)])),
    ...(place === undefined ? ($ref === undefined ? {} : { $ref }) : refTo(nameOf(place))),
  };
}
