/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { getIntrospectionQuery } from 'graphql';
import { call } from './helpers/call';
import { graphql } from './helpers/graphql';
import { type Product, startProduct } from './helpers/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const bomb = (count: number): string =>
  `${times(count, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${count} on Query { columns { code } }`;

/** Documents that would keep the server busy, or that hide their size. */
const HOSTILE: Record<string, string> = {
  '1000 aliases': `{ ${times(1000, (i) => `a${i}: domains { name }`)} }`,
  '60 aliases inside': `{ domains { ${times(60, (i) => `a${i}: name`)} } }`,
  '21 fields at the top': `{ ${times(21, (i) => `a${i}: domains { name }`)} }`,
  '21 fields at the top, in fragments': `{ ...A ...B } fragment A on Query { ${times(11, (i) => `a${i}: domains { name }`)} } fragment B on Query { ${times(10, (i) => `b${i}: domains { name }`)} }`,
  '11 mutations': `mutation { ${times(11, (i) => `a${i}: submitDocument(type: "x", documentId: "y") { documentId }`)} }`,
  'depth 50': `{ publications { data { ${times(50, () => 'subject {')} title ${times(50, () => '}')} } } }`,
  'depth 9, in a fragment':
    '{ publications { data { ...A } } } fragment A on Publication { subject { subject { subject { subject { subject { subject { subject { title } } } } } } } }',
  'a fragment that contains itself':
    '{ publications { data { ...A } } } fragment A on Publication { subject { ...A } }',
  'fragments that contain each other': '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  'a fragment that is not there': '{ ...A }',
  'fragments that multiply': `{ ...F0 } ${bomb(60)}`,
  'fragments that multiply, unused': `{ columns { code } } ${bomb(60)}`,
  'a list in a list in a list': '{ domains { items { latest { title } } } }',
  'large pages many times': `{ ${times(15, (i) => `a${i}: publications(limit: 100) { data { title department { name } } }`)} }`,
  'large pages by the default of a variable': `query ($n: Int = 100) { ${times(15, (i) => `a${i}: publications(limit: $n) { data { title department { name } } }`)} }`,
  'introspection in introspection':
    '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } }',
  'introspection again and again': `{ ${times(18, (i) => `a${i}: __schema { types { fields { name args { type { name } } type { name } } } }`)} }`,
  'the same field 900 times': `{ domains { ${times(900, () => 'name')} } }`,
  'a long document': `{ domains { name } } # ${'x'.repeat(200_000)}`,
  'endless braces': times(200_000, () => '{a'),
  'a subscription': 'subscription { a }',
};

test.each(Object.entries(HOSTILE))('refused at once: %s', async (_name, query) => {
  const start = Date.now();
  const answer = await graphql(product, query);
  expect(Date.now() - start).toBeLessThan(3000);
  expect(answer.status).toBe(400);
  expect(answer.data).toBeNull();
  expect(answer.code).toBe('INVALID_QUERY');
  expect(answer.errors[0]?.message).toMatch(/\p{Script=Han}/u);
});

test('a refused document changes nothing and asks the database for no content', async () => {
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }) => statements.push(sql);
  product.strapi.db.connection.on('query', listen);
  await graphql(product, HOSTILE['11 mutations'] ?? '');
  await graphql(product, HOSTILE['a list in a list in a list'] ?? '');
  product.strapi.db.connection.off('query', listen);
  expect(statements.filter((sql) => !sql.includes('up_permissions'))).toEqual([]);
});

const ALLOWED: Record<string, string> = {
  'introspection as tools ask for it': getIntrospectionQuery({
    descriptions: true,
    inputValueDeprecation: true,
    oneOf: true,
  }),
  'a page of 100 with its links':
    '{ publications(limit: 100) { data { title body department { name } domainInfo { name } catalogueItemInfo { level1 } subject { title } columnsInfo { name } } } }',
  'the whole catalogue with the newest of each row':
    '{ catalogueItems { code level1 audience { public } newest { title } } }',
  'the rows of a domain with their latest':
    '{ domain(slug: "major-construction-projects") { items { code latest(limit: 5) { title department { name } } } } }',
  'every domain with its latest': '{ domains { name latest(limit: 10) { title } } }',
  'a start page': `{ ${times(10, (i) => `a${i}: publications(limit: 5) { data { title publishedAt } }`)} domains { name } departments { name } }`,
};

test.each(Object.entries(ALLOWED))('allowed: %s', async (_name, query) => {
  const answer = await graphql(product, query);
  expect(answer.errors).toEqual([]);
  expect(answer.status).toBe(200);
});

describe('requests of other shapes', () => {
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${product.url}/graphql`, { method: 'POST', body, headers });

  test('batches', async () => {
    const answer = await call(`${product.url}/graphql`, {
      method: 'POST',
      body: [{ query: '{ domains { name } }' }],
    });
    expect([answer.status, answer.code]).toEqual([400, 'INVALID_QUERY']);
  });

  test('more than 1 MB', async () => {
    const answer = await call(`${product.url}/graphql`, {
      method: 'POST',
      body: { query: 'x'.repeat(1_100_000) },
    });
    expect(answer.status).toBe(413);
  });

  test('no JSON', async () => {
    const response = await post('{{{', { 'content-type': 'application/json' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { details: { code: 'INVALID_INPUT' } } });
  });

  test.each([
    ['a form of another site', 'application/x-www-form-urlencoded', 'query=%7Bdomains%7Bname%7D%7D'],
    ['plain text of another site', 'text/plain', '{"query":"{domains{name}}"}'],
  ])('%s', async (_name, type, body) => {
    const response = await post(body, { 'content-type': type });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('重大建设项目');
  });

  test('a mutation by GET', async () => {
    const mutation = encodeURIComponent(
      'mutation { submitDocument(type: "x", documentId: "y") { documentId } }',
    );
    const answer = await call(`${product.url}/graphql?query=${mutation}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(answer.status).toBe(405);
  });

  test('a browser gets a page that loads nothing from anywhere', async () => {
    const response = await fetch(`${product.url}/graphql`, { headers: { accept: 'text/html' } });
    const page = await response.text();
    expect(page).toContain('GraphQL 接口');
    expect(page).not.toMatch(/<script|<link|src=|https?:\/\//);
  });
});
