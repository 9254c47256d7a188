import { fromDayNumber, toDayNumber } from './dates';
import type { WorkingCalendar } from './working-days';

type Run = { name: string; first: string; last: string; days: number };

/**
 * The days that a count of working days from `after` (exclusive) to `through` (inclusive) skipped, as Chinese text:
 * each holiday with its dates, weekends as one number, and last the 调休 days that were counted.
 */
export function describeDaysOff(calendar: WorkingCalendar, after: string, through: string): string[] {
  const runs: Run[] = [];
  const makeUp: string[] = [];
  let weekendDays = 0;
  for (let day = toDayNumber(after) + 1; day <= toDayNumber(through); day++) {
    const date = fromDayNumber(day);
    const name = calendar.dayName(date);
    if (calendar.isWorkingDay(date)) {
      if (name !== '工作日') makeUp.push(`${longDate(date)}${name}（计入）`);
    } else if (name === '周末') weekendDays++;
    else extendRuns(runs, name, date, day);
  }
  return [
    ...runs.map((run) => `${run.name} ${dateRange(run.first, run.last)}（${run.days}天）`),
    ...(weekendDays > 0 ? [`周末 ${weekendDays}天`] : []),
    ...makeUp,
  ];
}

function extendRuns(runs: Run[], name: string, date: string, day: number): void {
  const run = runs.at(-1);
  if (run?.name === name && toDayNumber(run.last) === day - 1) {
    run.last = date;
    run.days++;
  } else runs.push({ name, first: date, last: date, days: 1 });
}

function dateRange(first: string, last: string): string {
  if (first === last) return longDate(first);
  const [year, month] = first.split('-');
  const [lastYear, lastMonth, lastDay] = last.split('-').map(Number);
  if (Number(year) !== lastYear) return `${longDate(first)}至${longDate(last)}`;
  return `${longDate(first)}至${Number(month) === lastMonth ? '' : `${lastMonth}月`}${lastDay}日`;
}

/** 2026-11-28 in words: 2026年11月28日. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
