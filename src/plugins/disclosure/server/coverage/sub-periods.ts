import { addDays, fromDayNumber, toDayNumber } from '../rules/dates';
import type { TimeLimitRule } from '../rules/time-limit-rule';
import type { WorkingCalendar } from '../rules/working-days';
import { firstOfMonth, monthIndex, nameOfMonths } from './period';

/** A stretch of time for which a rule wants something published; both days included. */
export type SubPeriod = { name: string; from: string; to: string };

const MONTHS: Readonly<Record<string, number>> = {
  month: 1,
  months: 1,
  quarter: 3,
  quarters: 3,
  year: 12,
  years: 12,
};
const DAYS: Readonly<Record<string, number>> = { day: 1, days: 1, week: 7, weeks: 7 };
/** 1970-01-01 was a Thursday: weeks begin on the Monday before it. */
const FIRST_MONDAY = -3;

/** Whether the rule wants something again and again. */
export const isRecurring = ({ kind }: TimeLimitRule): boolean => kind === 'periodic' || kind === 'annual';

/**
 * The sub-periods of a recurring rule that end between two days. Months, quarters and years are those of
 * the calendar, weeks begin on Monday; a cycle of working days begins anew on 1 January.
 */
export function subPeriodsEnding(
  rule: TimeLimitRule,
  from: string,
  to: string,
  calendar: WorkingCalendar,
): SubPeriod[] {
  const every = rule.every ?? 1;
  if (rule.kind === 'annual') return byMonths(12, from, to);
  const { unit = '' } = rule;
  if (MONTHS[unit]) return byMonths(MONTHS[unit] * every, from, to);
  if (DAYS[unit]) return byDays(DAYS[unit] * every, from, to);
  return unit === 'working_days' ? byWorkingDays(every, from, to, calendar) : [];
}

function byMonths(months: number, from: string, to: string): SubPeriod[] {
  const found: SubPeriod[] = [];
  for (let index = monthIndex(from) - (monthIndex(from) % months); ; index += months) {
    const last = addDays(firstOfMonth(index + months), -1);
    if (last > to) return found;
    if (last >= from) found.push(named(nameOfMonths(index, months), firstOfMonth(index), last));
  }
}

function byDays(days: number, from: string, to: string): SubPeriod[] {
  const found: SubPeriod[] = [];
  const start = toDayNumber(from);
  for (let day = start - ((start - FIRST_MONDAY) % days); ; day += days) {
    const last = fromDayNumber(day + days - 1);
    if (last > to) return found;
    if (last >= from) found.push(named(null, fromDayNumber(day), last));
  }
}

function byWorkingDays(days: number, from: string, to: string, calendar: WorkingCalendar): SubPeriod[] {
  const found: SubPeriod[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const end = `${year}-12-31`;
    let before = `${year - 1}-12-31`;
    for (;;) {
      const last = calendar.addWorkingDays(before, days);
      if (last > to || last > end) break;
      if (last >= from) found.push(named(null, addDays(before, 1), last));
      before = last;
    }
  }
  return found;
}

const named = (name: string | null, from: string, to: string): SubPeriod => ({
  name: name ?? `${from}至${to}`,
  from,
  to,
});
