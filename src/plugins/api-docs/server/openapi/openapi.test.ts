import { buildSchema } from 'graphql';
import { z } from 'zod';
import { publicationQuerySchema } from '../../../disclosure/server/read-model/query-schema';
import { GraphqlShapes } from './from-graphql';
import { fromZod } from './from-zod';
import type { Components } from './json-schema';

test('what zod defines for itself becomes a component, and is referred to there', () => {
  const components: Components = {};
  const tree: z.ZodType = z.lazy(() => z.strictObject({ and: z.array(tree).optional() }));
  const made = fromZod(z.strictObject({ filters: tree.optional() }), 'List', components);
  const text = JSON.stringify([made, components]);
  expect(Object.keys(components).length).toBeGreaterThan(0);
  for (const [, name = ''] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
    expect(components).toHaveProperty([name.replace('#/components/schemas/', '')]);
  }
});

test('what several routes take is one component, with the words of the parameter beside it', () => {
  const components: Components = {};
  const tree: z.ZodType = z
    .lazy(() => z.strictObject({ and: z.array(tree).optional() }))
    .meta({ title: 'Tree' });
  const list = z.strictObject({
    filters: tree
      .refine(() => true)
      .describe('条件')
      .optional(),
  });
  const made = [fromZod(list, 'List', components), fromZod(list, 'OtherList', components)];
  expect(Object.keys(components)).toEqual(['Tree']);
  for (const { properties } of made)
    expect(properties).toMatchObject({
      filters: { $ref: '#/components/schemas/Tree', description: '条件' },
    });
});

test('a number in a query string is a number with its bounds; what is strict takes nothing else', () => {
  const { properties, additionalProperties } = fromZod(publicationQuerySchema, 'X', {}) as {
    properties: Record<string, object>;
    additionalProperties: boolean;
  };
  expect(properties.limit).toEqual({ type: 'integer', minimum: 1, maximum: 100, description: '不填为20' });
  expect(additionalProperties).toBe(false);
});

describe('a type of GraphQL', () => {
  const schema = buildSchema(`
    scalar JSON scalar Day scalar Instant
    enum Sort { newest oldest }
    "一件"
    type Item { id: ID! name: String sort: Sort! at: Instant tags: [String!]! parent: Item more(limit: Int): [Item!]! itemInfo: Item any: JSON }
    type Query { item: Item }
  `);

  test('is what REST answers: null where it may be, without what only GraphQL follows', () => {
    const components: Components = {};
    expect(new GraphqlShapes(schema, components).of('[Item!]!')).toEqual({
      type: 'array',
      items: { $ref: '#/components/schemas/Item' },
    });
    expect(components.Item).toEqual({
      type: 'object',
      description: '一件',
      properties: {
        id: { type: 'string' },
        name: { type: ['string', 'null'] },
        sort: { type: 'string', enum: ['newest', 'oldest'] },
        at: { type: ['string', 'null'], format: 'date-time' },
        tags: { type: 'array', items: { type: 'string' } },
        parent: { anyOf: [{ $ref: '#/components/schemas/Item' }, { type: 'null' }] },
        any: {},
      },
      required: ['id', 'sort', 'tags'],
    });
  });

  test('that is not there is a mistake of the program', () => {
    expect(() => new GraphqlShapes(schema, {}).of('Nothing')).toThrow('Nothing');
  });
});
