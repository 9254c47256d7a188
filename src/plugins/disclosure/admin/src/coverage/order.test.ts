import type { DeskCoverageItem } from '../../../server/desk/contract';
import { itemsOf, periodsUntil, worstFirst } from './order';

const figures = (name: string, missing: number, late: number) => ({ name, due: 0, inTime: 0, late, missing });

test('where most is missing comes first, then where most is late; the others stay in order', () => {
  const rows = [
    figures('a', 0, 0),
    figures('b', 0, 2),
    figures('c', 1, 0),
    figures('d', 1, 5),
    figures('e', 0, 0),
  ];
  expect(worstFirst(rows).map(({ name }) => name)).toEqual(['d', 'c', 'b', 'a', 'e']);
  expect(rows[0]?.name).toBe('a');
});

test.each([
  ['due', ['in-time', 'late', 'missing']],
  ['inTime', ['in-time']],
  ['late', ['late']],
  ['missing', ['missing']],
  ['all', ['in-time', 'late', 'missing']],
] as const)('the figure %s opens %j', (figure, expected) => {
  const items = (['in-time', 'late', 'missing'] as const).map((state) => ({ state }) as DeskCoverageItem);
  expect(itemsOf(items, figure).map(({ state }) => state)).toEqual(expected);
});

test('the periods to choose from are those that have begun', () => {
  const values = periodsUntil('2026-02-03').map(({ value }) => value);
  expect(values).toEqual([
    ...['2026', '2025', '2024'],
    '2026-Q1',
    ...['2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1'],
    ...['2024-Q4', '2024-Q3', '2024-Q2', '2024-Q1'],
    ...['2026-02', '2026-01'],
  ]);
  expect(periodsUntil('2026-11-24')[3]).toEqual({ value: '2026-Q4', label: '2026年第4季度', group: '季度' });
});
