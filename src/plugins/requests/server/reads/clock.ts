import type { Core } from '@strapi/strapi';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import type { Transaction } from '../../../disclosure/server/types';
import { type Clock, clockOf } from '../clock/clock';
import { clockSettingsOf } from '../settings';
import { eventsOf, type RequestRow } from '../store/rows';

/** The clock of a request as a transaction has left it; null before its registration. */
export async function loadClock(
  strapi: Core.Strapi,
  trx: Transaction,
  row: RequestRow,
  today: string,
): Promise<Clock | null> {
  if (!row.receivedOn) return null;
  const events = (await eventsOf(trx, row.id)).map(({ event }) => event);
  const calendar = await loadCalendar(strapi);
  return clockOf({ events, calendar, settings: clockSettingsOf(strapi, row.kind), today });
}
