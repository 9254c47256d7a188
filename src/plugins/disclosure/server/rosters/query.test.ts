import { parseQuery } from '../read-model/query-schema';
import type { PublicColumn } from './column';
import { rosterQuerySchema, toRowQuery } from './query';
import { amountKey } from './sort-key';

const columns: PublicColumn[] = [
  { key: 'name', label: '姓名', kind: 'person-name', sortable: true },
  { key: 'id', label: '身份证号', kind: 'identity-number', sortable: false },
  { key: 'sum', label: '金额', kind: 'amount', sortable: true },
  { key: 'on', label: '日期', kind: 'date', sortable: true },
];
const read = (query: Record<string, unknown>) => toRowQuery(columns, parseQuery(rosterQuerySchema, query));

test('columns become slots: those that may be searched by, counted from one', () => {
  expect(read({ where: { name: '张三', sum: '1,200' }, sort: '-on' })).toMatchObject({
    conditions: [
      { slot: 1, equals: '张三' },
      { slot: 2, equals: amountKey(1200) },
    ],
    order: { slot: 3, descending: true },
    limit: 20,
  });
});

test('amounts and days have ranges', () => {
  expect(
    read({ where: { sum: { from: '5' }, on: { from: '2026年1月1日', to: '2026-12-31' } } }).conditions,
  ).toEqual([
    { slot: 2, from: amountKey(5) },
    { slot: 3, from: '2026-01-01', to: '2026-12-31' },
  ]);
});

test('a text longer than its key is compared as a whole', () => {
  const long = '长'.repeat(200);
  expect(read({ where: { name: long } }).conditions).toEqual([{ slot: 1, equals: long }]);
});

test.each<[string, Record<string, unknown>]>([
  ['an unknown parameter', { status: 'draft' }],
  ['an unknown column', { where: { nobody: 'x' } }],
  ['a filter by numbers of persons', { where: { id: '110105********002X' } }],
  ['an order by numbers of persons', { sort: 'id' }],
  ['an order by an unknown column', { sort: 'k1' }],
  ['an order that is SQL', { sort: 'name desc; drop table rosters' }],
  ['words for an amount', { where: { sum: '很多' } }],
  ['a day that is none', { where: { on: '2026-02-30' } }],
  ['a range of texts', { where: { name: { from: 'a' } } }],
  ['an operator of Strapi', { where: { name: { $contains: 'a' } } }],
  ['a list for a value', { where: { name: ['a'] } }],
  ['a filter that is text', { where: 'x' }],
  ['an empty search', { q: '  ' }],
  ['a search that is too long', { q: 'x'.repeat(51) }],
  ['a NUL', { q: 'a\0' }],
  ['half a character', { where: { name: '\ud800' } }],
  ['too many rows', { limit: '101' }],
  ['no rows', { limit: '0' }],
])('refused: %s', (_what, query) => {
  expect(() => read(query)).toThrow(expect.objectContaining({ code: 'INVALID_QUERY' }));
});
