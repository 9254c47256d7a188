const MS_PER_DAY = 86_400_000;
/** China has kept one offset without summer time since 1991-09, long before anything this system records. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The calendar day in Asia/Shanghai, `YYYY-MM-DD`, at the instant `now` (default: the present). */
export function todayInShanghai(now: Date = new Date()): string {
  return shanghaiDateOf(now);
}

/** The instant as ISO 8601 with the offset of Asia/Shanghai, e.g. `2026-11-23T09:30:00.000+08:00`. Throws RangeError for an invalid Date. */
export function shanghaiInstant(d: Date): string {
  return new Date(d.getTime() + SHANGHAI_OFFSET_MS).toISOString().replace('Z', '+08:00');
}

/**
 * The calendar day in Asia/Shanghai of an instant.
 * A plain `YYYY-MM-DD` is already such a day and comes back unchanged.
 * Throws RangeError when the text is no date.
 */
export function shanghaiDateOf(instant: Date | string): string {
  if (isIsoDate(instant)) return instant;
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  if (Number.isNaN(date.getTime())) throw new RangeError(`“${String(instant)}”不是有效的时间。`);
  return shanghaiInstant(date).slice(0, 10);
}

/** True for a `YYYY-MM-DD` that exists in the calendar (2027-02-29 does not). */
export function isIsoDate(s: unknown): s is string {
  return typeof s === 'string' && parseDay(s) !== null;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD`. Throws RangeError, in Chinese, when it is not a date. */
export function toDayNumber(date: string): number {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`“${date}”不是有效的日期，请按“年-月-日”填写，例如 2026-11-23。`);
  return day;
}

function parseDay(s: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(s);
  if (!match || s.length !== 10) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]) - 1, Number(match[3])];
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  const exists = date.getUTCMonth() === month && date.getUTCDate() === day;
  return exists ? date.getTime() / MS_PER_DAY : null;
}

/** The `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function fromDayNumber(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day `days` calendar days after `date` (before it when negative). */
export function addDays(date: string, days: number): string {
  return fromDayNumber(toDayNumber(date) + days);
}
