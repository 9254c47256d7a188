import { publicationQuerySchema } from '../../read-model/query-schema';
import { given, parseArgs } from './arguments';

test('an argument that is null was not given', () => {
  expect(given({ a: null, b: undefined, c: 0, d: false })).toEqual({ c: 0, d: false });
});

test('arguments are read by the schema of the query string', () => {
  expect(
    parseArgs(publicationQuerySchema, { limit: 5, count: true, domain: null, from: '2026-11-02' }),
  ).toEqual({
    limit: 5,
    count: true,
    sort: 'newest',
    from: '2026-11-02',
  });
});

test.each([
  { limit: -1 },
  { limit: 101 },
  { limit: 1.5 },
  { from: 20261102 },
  { kind: { a: 1 } },
  { status: 'draft' },
])('refused as in a query string: %j', (args) => {
  expect(() => parseArgs(publicationQuerySchema, args)).toThrow(
    expect.objectContaining({ code: 'INVALID_QUERY' }),
  );
});
