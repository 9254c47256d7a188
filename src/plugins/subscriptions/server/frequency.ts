import { addDays, todayInShanghai } from '../../disclosure/server/rules/dates';
import type { WorkingCalendar } from '../../disclosure/server/rules/working-days';
import { nextDigestAt } from '../../notifications/server/mail/timing';
import type { Settings } from './settings';

export const FREQUENCIES = ['instant', 'daily', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export const FREQUENCY_NAMES: Record<Frequency, string> = {
  instant: '即时',
  daily: '每个工作日汇总',
  weekly: '每周一汇总',
};

/** When somebody is told of what is published now. Pure. */
export function dueAt(
  frequency: Frequency,
  now: Date,
  { bundleMinutes, digestAt }: Pick<Settings, 'bundleMinutes' | 'digestAt'>,
  calendar: WorkingCalendar,
): Date {
  if (frequency === 'instant') return new Date(now.getTime() + bundleMinutes * 60_000);
  if (frequency === 'daily') return nextDigestAt(now, digestAt, calendar);
  return nextMonday(now, digestAt);
}

/** The next Monday at a time of Shanghai, strictly after `now`. */
function nextMonday(now: Date, digestAt: string): Date {
  for (let day = todayInShanghai(now); ; day = addDays(day, 1)) {
    const at = new Date(`${day}T${digestAt}:00+08:00`);
    if (at > now && new Date(`${day}T00:00:00Z`).getUTCDay() === 1) return at;
  }
}
