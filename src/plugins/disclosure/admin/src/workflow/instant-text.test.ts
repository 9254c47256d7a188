import { nextMorning, readShanghaiTime } from './instant-text';

test.each([
  ['2026-12-01', '09:00', '2026-12-01T09:00:00+08:00'],
  ['2026年12月1日', '9:05', '2026-12-01T09:05:00+08:00'],
  ['20261201', '23：59', '2026-12-01T23:59:00+08:00'],
  ['2026-12-01', ' 00:00 ', '2026-12-01T00:00:00+08:00'],
])('%s %s is %s', (date, time, expected) => {
  expect(readShanghaiTime({ date, time })).toBe(expected);
});

test.each([
  ['', '09:00'],
  ['2026-02-30', '09:00'],
  ['明天', '09:00'],
  ['2026-12-01', ''],
  ['2026-12-01', '24:00'],
  ['2026-12-01', '9点'],
  ['2026-12-01', '09:60'],
  ['2026-12-01', '09:00:30'],
])('%s %s is no instant', (date, time) => {
  expect(readShanghaiTime({ date, time })).toBeNull();
});

test('the next morning is that of Shanghai', () => {
  expect(nextMorning(new Date('2026-11-24T15:59:00Z'))).toEqual({ date: '2026-11-25', time: '09:00' });
  expect(nextMorning(new Date('2026-11-24T16:00:00Z'))).toEqual({ date: '2026-11-26', time: '09:00' });
});
