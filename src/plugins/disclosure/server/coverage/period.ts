import { addDays } from '../rules/dates';

/** A year, quarter or month; both days included, `YYYY-MM-DD`. */
export type Period = { code: string; name: string; from: string; to: string };

const QUARTER = 3;
const YEAR = 12;

/** The first day of a month counted from year 0. */
export function firstOfMonth(index: number): string {
  const year = Math.floor(index / YEAR);
  return `${String(year).padStart(4, '0')}-${String((index % YEAR) + 1).padStart(2, '0')}-01`;
}

/** The month of a day, counted from year 0. */
export const monthIndex = (day: string): number =>
  Number(day.slice(0, 4)) * YEAR + Number(day.slice(5, 7)) - 1;

/** The name of `months` months from one counted from year 0: 2026年, 2026年第3季度, 2026年11月. */
export function nameOfMonths(index: number, months: number): string | null {
  const year = Math.floor(index / YEAR);
  const month = index % YEAR;
  if (months === YEAR && month === 0) return `${year}年`;
  if (months === 6 && month % 6 === 0) return `${year}年${month === 0 ? '上' : '下'}半年`;
  if (months === QUARTER && month % QUARTER === 0) return `${year}年第${month / QUARTER + 1}季度`;
  return months === 1 ? `${year}年${month + 1}月` : null;
}

/**
 * A period by its code: `2026`, `2026-Q3` or `2026-11` (checked before).
 */
export function parsePeriod(code: string): Period {
  const [year = '', part] = code.split('-');
  const quarter = part?.startsWith('Q') ? Number(part.slice(1)) : null;
  const month = part && quarter === null ? Number(part) : null;
  const months = month ? 1 : quarter ? QUARTER : YEAR;
  const first = Number(year) * YEAR + (month ? month - 1 : quarter ? (quarter - 1) * QUARTER : 0);
  const name = nameOfMonths(first, months) ?? code;
  return { code, name, from: firstOfMonth(first), to: addDays(firstOfMonth(first + months), -1) };
}
