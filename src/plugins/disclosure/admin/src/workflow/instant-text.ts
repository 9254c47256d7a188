import { readDate } from '../fields/date-text';
import { shanghaiTime } from '../shell/dates';

/** A date and a time as a person writes them: wall clock in Shanghai. */
export type WrittenInstant = { date: string; time: string };

/** Hours and minutes of a time as written: 9:00, 09:00 or 23：59; null for what is none. */
function readTime(text: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

export const isTime = (text: string): boolean => readTime(text) !== null;

/** The instant, ISO 8601 with the offset of Shanghai; null for what is no date or time. */
export function readShanghaiTime({ date, time }: WrittenInstant): string | null {
  const day = readDate(date);
  const clock = readTime(time);
  return day && clock ? `${day}T${clock}:00+08:00` : null;
}

/** Tomorrow at nine in Shanghai: what is offered first. */
export function nextMorning(now: Date): WrittenInstant {
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString();
  return { date: shanghaiTime(tomorrow).slice(0, 10), time: '09:00' };
}
