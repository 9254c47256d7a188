import { addMonths, evaluateBy, lastDayOf } from './expiry';

test.each([
  ['2021-03-26', 5, 'day-before', '2026-03-25'],
  ['2021-03-26', 5, 'anniversary', '2026-03-26'],
  ['2024-02-29', 1, 'day-before', '2025-02-27'],
  ['2024-02-29', 1, 'anniversary', '2025-02-28'],
  ['2024-01-01', 2, 'day-before', '2025-12-31'],
] as const)('in force from %s for %i years (%s): last day %s', (effectiveOn, years, convention, expected) => {
  expect(lastDayOf(effectiveOn, years, convention)).toBe(expected);
});

test('is to be evaluated six months before its last day', () => {
  expect(evaluateBy('2026-03-25', 6)).toBe('2025-09-25');
  expect(evaluateBy('2026-08-31', 6)).toBe('2026-02-28');
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-01-31', -2, '2025-11-30'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
])('%s and %i months', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});
