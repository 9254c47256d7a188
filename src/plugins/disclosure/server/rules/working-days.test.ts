import { fromDayNumber, toDayNumber } from './dates';
import vectors from './vectors.json';
import { createCalendar } from './working-days';

const calendar = createCalendar([]);

/** A second, slow way of counting that shares nothing with the tables under test. */
function stepForward(start: string, n: number): string {
  let day = toDayNumber(start);
  for (let left = n; left > 0; ) if (calendar.isWorkingDay(fromDayNumber(++day))) left--;
  return fromDayNumber(day);
}

describe('working days by the State Council’s arrangements', () => {
  test.each(vectors.workdays as [string, number, string][])(
    '%s plus %i working days is %s',
    (start, n, due) => {
      expect(calendar.addWorkingDays(start, n)).toBe(due);
      expect(calendar.countWorkingDays(start, due)).toBe(n);
    },
  );

  const months = Object.entries(vectors.workdayCounts).flatMap(([year, counts]) =>
    counts.map((count, i) => [`${year}-${String(i + 1).padStart(2, '0')}`, count] as const),
  );
  test.each(months)('%s has %i working days', (month, count) => {
    const first = toDayNumber(`${month}-01`);
    const next = month.endsWith('-12') ? `${Number(month.slice(0, 4)) + 1}-01-01` : monthAfter(month);
    expect(calendar.countWorkingDays(fromDayNumber(first - 1), fromDayNumber(toDayNumber(next) - 1))).toBe(
      count,
    );
  });

  test.each(vectors.pause)(
    'asking others from $sent to $reply does not count towards the limit (条例第三十三条)',
    (v) => {
      const paused = calendar.countWorkingDays(v.sent, v.reply);
      expect(calendar.addWorkingDays(v.received, 20)).toBe(v.base);
      expect(paused).toBe(v.paused);
      expect(calendar.addWorkingDays(v.base, paused)).toBe(v.due);
    },
  );

  test.each([
    ['2026-10-01', false, '国庆节'],
    ['2026-09-25', false, '中秋节'],
    ['2026-04-06', false, '清明节'],
    ['2026-06-19', false, '端午节'],
    ['2026-02-17', false, '春节'],
    ['2026-09-20', true, '调休上班'],
    ['2026-11-22', false, '周末'],
    ['2026-11-23', true, '工作日'],
    ['1969-12-28', false, '周末'],
  ])('%s: working day %s, because %s', (date, works, name) => {
    expect(calendar.isWorkingDay(date)).toBe(works);
    expect(calendar.dayName(date)).toBe(name);
  });

  test('a year counts as published only when its arrangement is known', () => {
    expect([2003, 2004, 2025, 2026, 2027].map(calendar.isYearPublished)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    const withOverride = createCalendar([{ date: '2027-10-01', kind: 'dayoff', name: '国庆节' }]);
    expect(withOverride.isYearPublished(2027)).toBe(false);
  });
});

describe('the district’s own corrections', () => {
  const corrected = createCalendar([
    { date: '2026-11-24', kind: 'dayoff', name: '台风停工' },
    { date: '2026-11-28', kind: 'workday' },
    { date: '2026-11-27', kind: 'workday' },
    { date: '2026-11-27', kind: 'dayoff' },
    { date: '2026-10-01', kind: 'workday', name: '国庆值班' },
  ]);

  test('move the count; for one day the later entry holds', () => {
    expect(corrected.addWorkingDays('2026-11-23', 3)).toBe('2026-11-28');
    expect(calendar.addWorkingDays('2026-11-23', 3)).toBe('2026-11-26');
  });

  test('say what the day is', () => {
    expect(['2026-11-24', '2026-11-28', '2026-11-27', '2026-10-01'].map(corrected.dayName)).toEqual([
      '台风停工',
      '调休上班',
      '放假',
      '国庆值班',
    ]);
    expect(corrected.isWorkingDay('2026-10-01')).toBe(true);
  });

  test('with an impossible date are refused', () => {
    expect(() => createCalendar([{ date: '2026-02-30', kind: 'dayoff' }])).toThrow('不是有效的日期');
  });
});

describe('what every count can be relied on for', () => {
  // Every 5th day over a leap year, two published year boundaries and the boundary to a year that is not published.
  const starts: string[] = [];
  for (let day = toDayNumber('2023-12-20'); day < toDayNumber('2027-02-01'); day += 5)
    starts.push(fromDayNumber(day));

  test('the first day is not counted and the last is a working day after it (民法典第二百零一条)', () => {
    for (const start of starts) {
      for (const n of [1, 7, 20, 40]) {
        const due = calendar.addWorkingDays(start, n);
        expect(due > start).toBe(true);
        expect(calendar.isWorkingDay(due)).toBe(true);
        expect(calendar.countWorkingDays(start, due)).toBe(n);
        expect(due).toBe(stepForward(start, n));
      }
    }
  });

  test('n then m days is n + m days', () => {
    for (const start of starts) {
      for (const [n, m] of [
        [0, 7],
        [1, 1],
        [7, 13],
        [20, 20],
        [3, 300],
      ] as const) {
        const inTwoSteps = calendar.addWorkingDays(calendar.addWorkingDays(start, n), m);
        expect(inTwoSteps).toBe(calendar.addWorkingDays(start, n + m));
      }
    }
  });

  test('starting later never ends earlier, and more days end later', () => {
    let previous = '';
    for (let day = toDayNumber('2026-08-01'); day < toDayNumber('2027-03-01'); day++) {
      const due = calendar.addWorkingDays(fromDayNumber(day), 20);
      expect(due >= previous).toBe(true);
      expect(calendar.addWorkingDays(fromDayNumber(day), 21) > due).toBe(true);
      previous = due;
    }
  });

  test('counting back from a working day undoes counting forward', () => {
    for (const start of starts.filter(calendar.isWorkingDay)) {
      for (const n of [1, 7, 20, 260]) {
        expect(calendar.addWorkingDays(calendar.addWorkingDays(start, n), -n)).toBe(start);
      }
    }
    expect(calendar.addWorkingDays('2026-10-07', -1)).toBe('2026-09-30');
    expect(calendar.addWorkingDays('2026-10-08', -1)).toBe('2026-09-30');
    expect(calendar.addWorkingDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test('leap day and turn of the year are ordinary days', () => {
    expect(calendar.addWorkingDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(calendar.addWorkingDays('2024-02-29', 1)).toBe('2024-03-01');
    expect(calendar.addWorkingDays('2025-12-31', 1)).toBe('2026-01-04');
    expect(calendar.countWorkingDays('2023-12-31', '2024-12-31')).toBe(251);
  });

  test('nothing lies between a day and itself, nor after a later day', () => {
    expect(calendar.countWorkingDays('2026-11-23', '2026-11-23')).toBe(0);
    expect(calendar.countWorkingDays('2026-11-24', '2026-11-23')).toBe(0);
    expect(calendar.addWorkingDays('2026-10-01', 0)).toBe('2026-10-01');
  });

  test('impossible dates and broken numbers of days are refused in Chinese', () => {
    expect(() => calendar.addWorkingDays('2026-02-30', 1)).toThrow('“2026-02-30”不是有效的日期');
    expect(() => calendar.countWorkingDays('2026-01-01', '明天')).toThrow('不是有效的日期');
    expect(() => calendar.isWorkingDay('')).toThrow('不是有效的日期');
    expect(() => calendar.addWorkingDays('2026-01-01', 1.5)).toThrow('必须是整数');
  });
});

function monthAfter(month: string): string {
  return `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}-01`;
}
