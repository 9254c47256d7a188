import { z } from 'zod';
import { toSchema } from '../../../disclosure/server/domain/field';
import type { RegisteredType } from '../../../disclosure/server/domain/registry';
import { namesOf } from '../../../disclosure/server/graphql/schema/names';
import { type Components, type JsonSchema, orNull, refTo } from './json-schema';

const INSTANT = { type: 'string', format: 'date-time' };

/** What Strapi's own REST gives of a file that is asked for with `populate=attachments`. */
const FILES: JsonSchema = {
  type: 'array',
  items: { type: 'object' },
  description: '仅在 populate=attachments 时给出',
};

/** A record as Strapi's REST answers it, from the fields of its manifest. */
export function recordSchema(type: RegisteredType, components: Components): JsonSchema {
  const name = `${namesOf(type).type}Record`;
  components[name] ??= {
    type: 'object',
    description: `${type.domain.name}·${type.manifest.name},如 Strapi 的 REST 所答`,
    properties: {
      id: { type: 'integer' },
      documentId: { type: 'string' },
      ...Object.fromEntries(
        Object.entries(type.fields)
          .filter(([, field]) => !field.secret)
          .map(([key, field]) => [
            key,
            field.type === 'files' ? FILES : { ...valueSchema(field), description: field.label },
          ]),
      ),
      createdAt: INSTANT,
      updatedAt: INSTANT,
      publishedAt: INSTANT,
      locale: orNull({ type: 'string' }),
    },
    required: ['documentId'],
  };
  return refTo(name);
}

function valueSchema(field: RegisteredType['fields'][string]): JsonSchema {
  // what stands in the database was read by the same schema; a list that the server fills may have grown since
  if (field.type === 'json') return {};
  const { $schema: _version, ...schema } = z.toJSONSchema(toSchema(field), {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema;
  return schema;
}
