import { readDate } from './date-text';

test.each([
  '2026-11-02',
  '2026-11-2',
  '2026/11/02',
  '2026.11.2',
  '2026年11月2日',
  '20261102',
  ' 2026 - 11 - 02 ',
])('%s is read as a day', (text) => {
  expect(readDate(text)).toBe('2026-11-02');
});

test.each(['', '2026-02-30', '2026-13-01', '11/02/2026', '2026', '26-11-02', 'abc'])(
  '%s is no day',
  (text) => {
    expect(readDate(text)).toBeNull();
  },
);
