import { buildSchema, parse } from 'graphql';
import { ENGINE_SCHEMA } from '../schema/engine';
import { verbSchema } from '../schema/verbs';
import { checkDocument } from './check';
import { LIMITS } from './limits';
import { FragmentError, measure } from './measure';

const schema = buildSchema(ENGINE_SCHEMA + verbSchema());
const of = (query: string, variables?: Record<string, unknown>) => measure(schema, parse(query), variables);

describe('depth, fields, aliases and the fields at the top', () => {
  test.each([
    ['{ domains { name } }', { depth: 1, fields: 2, aliases: 0, queries: 1 }],
    ['{ a: domains { b: name } c: columns { code } }', { depth: 1, fields: 4, aliases: 3, queries: 2 }],
    ['{ publications { data { subject { title } } } }', { depth: 3, fields: 4 }],
    ['{ ... on Query { domains { ... on Domain { name } } } }', { depth: 1, fields: 2, queries: 1 }],
    [
      '{ ...A ...A } fragment A on Query { x: domains { name } }',
      { depth: 1, fields: 4, aliases: 2, queries: 2 },
    ],
    ['query A { domains { name } } query B { columns { code } }', { fields: 4, queries: 2 }],
    ['mutation { submitDocument(type: "x", documentId: "y") { state } }', { queries: 0, mutations: 1 }],
    ['{ __schema { types { name ofType { ofType { name } } } } }', { depth: 0, fields: 6 }],
    ['{ nothing { nowhere { no } } }', { depth: 2, fields: 3 }],
  ])('%s', (query, expected) => {
    expect(of(query)).toMatchObject(expected);
  });
});

describe('cost: the objects that an answer can hold', () => {
  test.each([
    ['a page holds what it is asked for', '{ publications(limit: 50) { data { title } } }', 100],
    ['… and 20 where nothing is said', '{ publications { data { title } } }', 40],
    [
      '… with its links',
      '{ publications(limit: 50) { data { department { name } domainInfo { name } } } }',
      200,
    ],
    [
      'what comes with its parent is free',
      '{ publications(limit: 50) { data { attachments { url } } meta { nextCursor } } }',
      100,
    ],
    [
      'a list in a list multiplies',
      '{ domain(slug: "x") { latest(limit: 10) { parts(limit: 10) { title } } } }',
      111,
    ],
    ['a nested list has 5 where nothing is said', '{ domain(slug: "x") { latest { title } } }', 6],
    [
      'what is too much is refused later, and counts as the most',
      '{ domain(slug: "x") { latest(limit: 9999) { title } } }',
      11,
    ],
    ['a filter makes the catalogue small', '{ catalogueItems(domain: "x") { code } }', 40],
    ['without one it is the whole', '{ catalogueItems { code } }', 1200],
  ])('%s', (_name, query, cost) => {
    expect(of(query).cost).toBe(cost);
  });

  test('a variable counts with its value, and as the most where it has none', () => {
    const query = 'query ($n: Int = 100) { publications(limit: $n) { data { title } } }';
    expect(of(query, { n: 3 }).cost).toBe(6);
    expect(of(query).cost).toBe(200);
  });
});

describe('fragments', () => {
  test('that multiply are measured in no time', () => {
    const chain = Array.from(
      { length: 200 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    );
    const start = Date.now();
    const { fields } = of(`{ ...F0 } ${chain.join(' ')} fragment F200 on Query { columns { code } }`);
    expect(fields).toBeGreaterThan(1e50);
    expect(Date.now() - start).toBeLessThan(500);
  });

  test.each([
    '{ ...A } fragment A on Query { ...A }',
    '{ ...A } fragment A on Query { domains { ...B } } fragment B on Domain { items { ...C } } fragment C on CatalogueItem { domainInfo { ...B } }',
    '{ ...A }',
  ])('that cannot be written out: %s', (query) => {
    expect(() => of(query)).toThrow(FragmentError);
  });
});

describe('what is refused', () => {
  const check = (query: string, length = query.length) => checkDocument(schema, parse(query), { length });
  const top = (count: number, field: string) =>
    `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ')} }`;

  test.each([
    ['{ publications { data { title } } }', null],
    [top(LIMITS.queries, 'domain(slug: "x") { name }'), null],
    [
      top(LIMITS.queries + 1, 'domain(slug: "x") { name }'),
      '查询超出限制：一次不能查询超过20项，请分几次查询',
    ],
    [
      `mutation ${top(LIMITS.mutations + 1, 'submitDocument(type: "x", documentId: "y") { state }')}`,
      '查询超出限制：一次不能办理超过10项操作，请分几次办理',
    ],
    [
      '{ domains { items { latest { title } } } }',
      '查询超出限制：查询的数据量过大，请减少每页条数（limit）或嵌套的列表',
    ],
    ['subscription { a }', '查询语句有误：不支持订阅（subscription）'],
    ['{ ...A }', '查询语句有误：没有定义片段“A”'],
  ])('%s', (query, sentence) => {
    expect(check(query)).toBe(sentence);
  });

  test('a document longer than any that people write', () => {
    expect(check('{ domains { name } }', LIMITS.length + 1)).toContain('不能超过100000个字符');
  });
});
