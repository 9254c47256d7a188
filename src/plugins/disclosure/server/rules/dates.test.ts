import {
  addDays,
  fromDayNumber,
  isIsoDate,
  shanghaiDateOf,
  shanghaiInstant,
  toDayNumber,
  todayInShanghai,
} from './dates';

describe('dates in Asia/Shanghai', () => {
  test.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('at %s it is %s in the district, whatever the time zone of the server', (instant, day) => {
    expect(todayInShanghai(new Date(instant))).toBe(day);
    expect(shanghaiDateOf(instant)).toBe(day);
    expect(shanghaiDateOf(new Date(instant))).toBe(day);
  });

  test('an instant carries the offset of Shanghai and stays the same instant', () => {
    const instant = new Date('2026-11-23T01:30:00.250Z');
    expect(shanghaiInstant(instant)).toBe('2026-11-23T09:30:00.250+08:00');
    expect(new Date(shanghaiInstant(instant)).getTime()).toBe(instant.getTime());
  });

  test('a plain date is already a day and is not shifted', () => {
    expect(shanghaiDateOf('2026-11-23')).toBe('2026-11-23');
  });

  test.each(['', '下周', '2026-13-40T00:00:00Z'])('“%s” is refused as an instant', (text) => {
    expect(() => shanghaiDateOf(text)).toThrow('不是有效的时间');
  });

  test.each(['2026-11-23', '2028-02-29', '2000-02-29', '0001-01-01'])('%s is a date', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  test.each([
    '2027-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-1-2',
    '2026/11/23',
    '2026-11-23T00:00:00Z',
    ' 2026-11-23',
    '',
    null,
    20261123,
  ])('%p is no date', (value) => {
    expect(isIsoDate(value)).toBe(false);
  });

  test('day numbers lead back to the same date over leap years and centuries', () => {
    for (const date of ['1969-12-31', '1970-01-01', '2000-02-29', '2026-12-31', '2028-02-29', '2100-03-01']) {
      expect(fromDayNumber(toDayNumber(date))).toBe(date);
    }
    expect(toDayNumber('2028-03-01') - toDayNumber('2028-02-28')).toBe(2);
    expect(toDayNumber('2100-03-01') - toDayNumber('2100-02-28')).toBe(1);
  });

  test('calendar days are added across months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });
});
