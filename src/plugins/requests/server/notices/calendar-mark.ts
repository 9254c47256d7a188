import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { fromDayNumber, toDayNumber, todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { WorkingCalendar } from '../../../disclosure/server/rules/working-days';

const MARK = 'calendar';

/** The working days from the last year to the next one, in one word. Pure. */
export function fingerprintOf(calendar: WorkingCalendar, year: number): string {
  const [first, last] = [toDayNumber(`${year - 1}-01-01`), toDayNumber(`${year + 1}-12-31`)];
  const days = Array.from({ length: last - first + 1 }, (_day, index) =>
    calendar.isWorkingDay(fromDayNumber(first + index)) ? '1' : '0',
  );
  return createHash('sha256')
    .update(`${year}${days.join('')}`)
    .digest('base64url');
}

/**
 * Whether the calendar is another one than at the last look, whether the office has changed it or a new arrangement has come
 * with the product; null: it is the same, or nobody has looked yet.
 */
export async function isCalendarNew(strapi: Core.Strapi): Promise<{ remember: () => Promise<void> } | null> {
  const value = fingerprintOf(await loadCalendar(strapi), Number(todayInShanghai().slice(0, 4)));
  const knex = strapi.db.connection;
  const remember = async () => {
    await knex('information_request_marks').insert({ name: MARK, value }).onConflict('name').merge();
  };
  const known = await knex('information_request_marks').where({ name: MARK }).first('value');
  if (known?.value === value) return null;
  if (known) return { remember };
  await remember();
  return null;
}
