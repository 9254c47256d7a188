import { addDays, todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { WorkingCalendar } from '../../../disclosure/server/rules/working-days';
import type { Channel } from '../contract';
import type { Settings } from '../settings';

/** How a notification goes by mail: not, soon (collected for some minutes), or with the digest of a day. */
export type MailPlan = { mail: 'none' | 'soon' | 'daily'; dueAt: Date | null };

/** The next time of the daily digest: a working day, strictly after `now`. */
export function nextDigestAt(now: Date, digestAt: string, calendar: WorkingCalendar): Date {
  for (let day = todayInShanghai(now); ; day = addDays(day, 1)) {
    const at = new Date(`${day}T${digestAt}:00+08:00`);
    if (at > now && calendar.isWorkingDay(day)) return at;
  }
}

/** When a notification is mailed, by the channel that the person has chosen. Pure. */
export function planMail(
  channel: Channel,
  now: Date,
  { digestAt, bundleMinutes }: Pick<Settings, 'digestAt' | 'bundleMinutes'>,
  calendar: WorkingCalendar,
): MailPlan {
  if (channel === 'mail') return { mail: 'soon', dueAt: new Date(now.getTime() + bundleMinutes * 60_000) };
  if (channel === 'daily') return { mail: 'daily', dueAt: nextDigestAt(now, digestAt, calendar) };
  return { mail: 'none', dueAt: null };
}
