import { daysBetween, shanghaiTime, today, urgencyOf } from './dates';

test('instants are shown in Shanghai time', () => {
  expect(shanghaiTime('2026-11-22T16:05:00.000Z')).toBe('2026-11-23 00:05');
  expect(today(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
  expect(today(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
});

test('days are counted across a change of month and year', () => {
  expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
  expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3);
});

test.each([
  ['2026-11-20', 'late', '已超期3天'],
  ['2026-11-23', 'near', '今天到期'],
  ['2026-11-30', 'near', '还有7天'],
  ['2026-12-01', 'fine', '还有8天'],
])('a due date of %s is %s on 2026-11-23', (dueOn, urgency, text) => {
  expect(urgencyOf(dueOn, '2026-11-23')).toEqual({ urgency, text });
});
