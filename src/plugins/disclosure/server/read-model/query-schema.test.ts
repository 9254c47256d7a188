import { auditQuerySchema, parseQuery, publicationQuerySchema, searchQuerySchema } from './query-schema';

const read = (query: Record<string, unknown>) => parseQuery(publicationQuerySchema, query);

test('a query without parameters asks for the newest 20, without a total', () => {
  expect(read({})).toEqual({ limit: 20, sort: 'newest', count: false });
});

test('numbers and flags are read from text', () => {
  expect(read({ limit: '100', count: 'true' })).toMatchObject({ limit: 100, count: true });
});

test.each<[string, Record<string, unknown>]>([
  ['an unknown parameter', { foo: '1' }],
  ['a filter on the database', { where: { owner: 'x' } }],
  ['a page of nothing', { limit: '0' }],
  ['a page over the bound', { limit: '101' }],
  ['a negative page', { limit: '-1' }],
  ['a page that is no number', { limit: 'ten' }],
  ['a repeated parameter', { domain: ['a', 'b'] }],
  ['an operator', { domain: { $ne: 'x' } }],
  ['an empty value', { domain: '' }],
  ['an endless value', { domain: 'x'.repeat(121) }],
  ['a date that is not', { from: '2026-02-30' }],
  ['another order', { sort: 'title; drop table publications' }],
  ['another flag', { count: 'yes' }],
])('%s is INVALID_QUERY, in Chinese', (_what, query) => {
  expect(() => read(query)).toThrow(
    expect.objectContaining({ code: 'INVALID_QUERY', message: expect.stringMatching(/^查询参数有误：/) }),
  );
});

test('a search needs words, and not too many', () => {
  expect(() => parseQuery(searchQuerySchema, {})).toThrow('请填写检索词 q');
  expect(() => parseQuery(searchQuerySchema, { q: '   ' })).toThrow('请填写检索词 q');
  expect(() => parseQuery(searchQuerySchema, { q: '字'.repeat(101) })).toThrow('不能超过100个字');
  expect(parseQuery(searchQuerySchema, { q: ' 许可 ' }).q).toBe('许可');
  expect(() => parseQuery(searchQuerySchema, { q: '许可', facets: '1' })).toThrow(
    'facets 只能是 true 或 false',
  );
  expect(() => parseQuery(searchQuerySchema, { q: '许可', sort: 'oldest' })).toThrow('sort 只能是');
});

test('the cursor of the audit log is a number', () => {
  expect(() => parseQuery(auditQuerySchema, { cursor: '1 or 1=1' })).toThrow('cursor 无效');
});
