import holidayData from 'chinese-days/dist/chinese-days.json';
import { fromDayNumber, toDayNumber } from './dates';

/** A day on which the district works or rests otherwise than the State Council's arrangement says. */
export type CalendarOverride = { date: string; kind: 'workday' | 'dayoff'; name?: string };

/** Counting of 工作日. All dates are `YYYY-MM-DD`; an invalid one throws RangeError with a Chinese message. */
export interface WorkingCalendar {
  isWorkingDay(date: string): boolean;
  /**
   * The n-th working day after `start`; the first day is not counted (民法典第二百零一条).
   * n = 0 gives `start` itself, a negative n counts backwards.
   */
  addWorkingDays(start: string, n: number): string;
  /** How many working days lie after `from`, up to and including `to`; 0 when `to` is not after `from`. */
  countWorkingDays(from: string, to: string): number;
  /** What the day is: 国庆节, 周末, 调休上班, 工作日 or the name given in an override. */
  dayName(date: string): string;
  /** Whether the State Council's arrangement for this year is known. Overrides do not make it so. */
  isYearPublished(year: number): boolean;
}

/** The first year whose arrangement is recorded; earlier ones were published too, but nobody will publish them again. */
export const FIRST_RECORDED_YEAR = 2004;

type YearTable = {
  first: number;
  /** Element i: working days from 1 January up to and including day i of the year. */
  through: Uint16Array;
};

// The package's own functions read the clock's time zone and are a day off west of Greenwich, its data is not.
const holidays: Readonly<Record<string, string>> = holidayData.holidays;
const makeUpDays: Readonly<Record<string, string>> = holidayData.workdays;
const FESTIVAL_NAMES: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** The working-day calendar of the State Council's arrangements, corrected by `overrides` (of two for a day the later wins). */
export function createCalendar(overrides: readonly CalendarOverride[]): WorkingCalendar {
  const corrections = new Map<string, CalendarOverride>();
  for (const entry of overrides) {
    toDayNumber(entry.date);
    corrections.set(entry.date, entry);
  }
  const tables = new Map<number, YearTable>();

  function works(day: number): boolean {
    const date = fromDayNumber(day);
    const correction = corrections.get(date);
    if (correction) return correction.kind === 'workday';
    if (date in makeUpDays) return true;
    return !isWeekend(day) && !(date in holidays);
  }

  function tableOf(year: number): YearTable {
    const known = tables.get(year);
    if (known) return known;
    const first = toDayNumber(`${String(year).padStart(4, '0')}-01-01`);
    const next = toDayNumber(`${String(year + 1).padStart(4, '0')}-01-01`);
    const through = new Uint16Array(next - first);
    let sum = 0;
    for (let day = first; day < next; day++) {
      if (works(day)) sum++;
      through[day - first] = sum;
    }
    const table = { first, through };
    tables.set(year, table);
    return table;
  }

  function addWorkingDays(start: string, n: number): string {
    const from = toDayNumber(start);
    if (!Number.isSafeInteger(n)) throw new RangeError('工作日天数必须是整数。');
    if (n === 0) return start;
    let year = Number(start.slice(0, 4));
    let table = tableOf(year);
    // Rank of the day that is sought among the working days of `year`, counted from 1.
    let rank = passed(table, from) + n;
    if (n < 0 && !works(from)) rank++;
    while (rank > total(table)) {
      rank -= total(table);
      table = tableOf(++year);
    }
    while (rank < 1) {
      table = tableOf(--year);
      rank += total(table);
    }
    return fromDayNumber(table.first + firstIndexReaching(table.through, rank));
  }

  function countWorkingDays(from: string, to: string): number {
    const start = toDayNumber(from);
    const end = toDayNumber(to);
    if (end <= start) return 0;
    let count = -passed(tableOf(yearOf(from)), start);
    for (let year = yearOf(from); year < yearOf(to); year++) count += total(tableOf(year));
    return count + passed(tableOf(yearOf(to)), end);
  }

  function dayName(date: string): string {
    const day = toDayNumber(date);
    const correction = corrections.get(date);
    if (correction) return correction.name?.trim() || (correction.kind === 'workday' ? '调休上班' : '放假');
    if (date in makeUpDays) return '调休上班';
    const holiday = holidays[date];
    if (holiday) return festivalName(holiday);
    return isWeekend(day) ? '周末' : '工作日';
  }

  return {
    isWorkingDay: (date) => works(toDayNumber(date)),
    addWorkingDays,
    countWorkingDays,
    dayName,
    isYearPublished,
  };
}

function isYearPublished(year: number): boolean {
  // A notice may reach into the neighbouring year, but only a year's own notice contains its National Day.
  return `${String(year).padStart(4, '0')}-10-01` in holidays;
}

/** 0 = 1970-01-01 was a Thursday. */
function isWeekend(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function total(table: YearTable): number {
  return table.through[table.through.length - 1] ?? 0;
}

function passed(table: YearTable, day: number): number {
  return table.through[day - table.first] ?? 0;
}

function firstIndexReaching(through: Uint16Array, rank: number): number {
  let low = 0;
  let high = through.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((through[middle] ?? 0) >= rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The package writes "National Day,国庆节,3". */
function festivalName(entry: string): string {
  const name = entry.split(',')[1] ?? entry;
  return FESTIVAL_NAMES[name] ?? name;
}
