/** `YYYY-MM-DD HH:mm` of an ISO 8601 instant, in Shanghai wherever the browser is. */
export function shanghaiTime(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parts.format(new Date(instant));
}

/** Today's date in Shanghai, `YYYY-MM-DD`. */
export const today = (now: Date = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(now);

/** Whole days from one date to another, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export type Urgency = 'late' | 'near' | 'fine';

/** Days before a due date from which it counts as near; the same as on the home page. */
const NEAR_DAYS = 7;

/** How near a due date is, and in words. */
export function urgencyOf(dueOn: string, on: string): { urgency: Urgency; text: string } {
  const days = daysBetween(on, dueOn);
  if (days < 0) return { urgency: 'late', text: `已超期${-days}天` };
  if (days === 0) return { urgency: 'near', text: '今天到期' };
  return { urgency: days <= NEAR_DAYS ? 'near' : 'fine', text: `还有${days}天` };
}

/** `11月24日 10:32` of an ISO 8601 instant, in Shanghai; with the year where it is not this one. */
export function monthDayTime(instant: string, now: Date = new Date()): string {
  const [date = '', time = ''] = shanghaiTime(instant).split(' ');
  const [year, month, day] = date.split('-').map(Number);
  const prefix = today(now).startsWith(`${year}-`) ? '' : `${year}年`;
  return `${prefix}${month}月${day}日 ${time}`;
}
