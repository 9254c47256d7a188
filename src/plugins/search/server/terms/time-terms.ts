const HOUR = 3_600_000;
/** Days are days of Shanghai. */
const OFFSET = 8 * HOUR;

/** The first instant of a day (`YYYY-MM-DD`) in Shanghai. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The hour, day, month and year of an instant, each a term: any span of time is a few of them. */
export function timeTermsOf(at: Date): string[] {
  const hour = textOf(hourOf(at));
  return [hour.slice(0, 4), hour.slice(0, 7), hour.slice(0, 10), hour];
}

/**
 * The fewest whole years, months, days and hours that cover a span of time, to the hour at both ends.
 *
 * @param from the first instant
 * @param to the instant after the last one
 */
export function coverOf(from: Date, to: Date): string[] {
  const terms: string[] = [];
  const end = Math.ceil((to.getTime() + OFFSET) / HOUR);
  let hour = hourOf(from);
  while (hour < end) {
    const step = STEPS.find(({ starts, next }) => starts(hour) && next(hour) <= end) ?? BY_HOUR;
    terms.push(textOf(hour).slice(0, step.length));
    hour = step.next(hour);
  }
  return terms;
}

/** Hours since 1970 in Shanghai. */
const hourOf = (at: Date): number => Math.floor((at.getTime() + OFFSET) / HOUR);
const dateOf = (hour: number): Date => new Date(hour * HOUR);
/** 2026-11-27T09 */
const textOf = (hour: number): string => dateOf(hour).toISOString().slice(0, 13);

type Step = { length: number; starts: (hour: number) => boolean; next: (hour: number) => number };
const BY_HOUR: Step = { length: 13, starts: () => true, next: (hour) => hour + 1 };
const startsDay = (hour: number) => hour % 24 === 0;
const startsMonth = (hour: number) => startsDay(hour) && dateOf(hour).getUTCDate() === 1;
const startsYear = (hour: number) => startsMonth(hour) && dateOf(hour).getUTCMonth() === 0;
const monthsLater = (hour: number, months: number): number => {
  const date = dateOf(hour);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months) / HOUR;
};
const STEPS: readonly Step[] = [
  { length: 4, starts: startsYear, next: (hour) => monthsLater(hour, 12) },
  { length: 7, starts: startsMonth, next: (hour) => monthsLater(hour, 1) },
  { length: 10, starts: startsDay, next: (hour) => hour + 24 },
];
