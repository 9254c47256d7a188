import { addDays } from '../../disclosure/server/rules/dates';
import type { Settings } from '../settings';

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day of the month some months later (earlier when negative); the last one where the month has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return [pad(newYear, 4), pad(newMonth, 2), pad(Math.min(date, daysIn(newYear, newMonth)), 2)].join('-');
}

/** The last day of a document that is in force for some years. */
export function lastDayOf(
  effectiveOn: string,
  years: number,
  convention: Settings['expiry']['lastDay'],
): string {
  const anniversary = addMonths(effectiveOn, 12 * years);
  return convention === 'anniversary' ? anniversary : addDays(anniversary, -1);
}

/** 有效期届满前评估: the day by which it is to be decided what becomes of the document. */
export const evaluateBy = (validUntil: string, monthsBefore: number): string =>
  addMonths(validUntil, -monthsBefore);
