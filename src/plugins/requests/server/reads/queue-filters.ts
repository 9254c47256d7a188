import type { Knex } from 'knex';
import type { WorkingCalendar } from '../../../disclosure/server/rules/working-days';
import type { QueueItem } from '../../shared/contract';
import type { ClockSettings } from '../clock/settings';

type Span = { from: string | null; before: string | null };

/** The due dates of an urgency, as `clockOf` tells it of each request. Pure. */
export function spanOf(
  urgency: Exclude<QueueItem['urgency'], 'none'>,
  { red, amber }: ClockSettings,
  calendar: WorkingCalendar,
  today: string,
): Span {
  const afterRed = calendar.addWorkingDays(today, red + 1);
  return {
    overdue: { from: null, before: today },
    red: { from: today, before: afterRed },
    amber: { from: afterRed, before: calendar.addWorkingDays(today, amber + 1) },
  }[urgency];
}

export const within = (query: Knex.QueryBuilder, { from, before }: Span): void => {
  if (from) query.where('due_on', '>=', from);
  if (before) query.where('due_on', '<', before);
};

/** Years of the register in which a short number is looked for. */
const YEARS = 20;

/** The numbers that somebody may mean: 2026-0012 whole, or 12 in any year. Pure. */
export function numbersMeant(typed: string, thisYear: number): string[] {
  const short = /^\d{1,4}$/.test(typed) ? typed.padStart(4, '0') : null;
  if (!short) return [typed];
  return Array.from({ length: YEARS }, (_year, index) => `${thisYear - index}-${short}`);
}
