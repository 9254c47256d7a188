import type { Core } from '@strapi/strapi';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Transaction } from '../../../disclosure/server/types';
import { clockOf } from '../clock/clock';
import { ofType } from '../clock/events';
import { disputesOf } from '../disputes/store';
import { clockSettingsOf } from '../settings';
import { eventsOf, type RequestRow } from '../store/rows';
import type { Progress } from '../workflow/progress';
import { recordsOf } from './store';

type Reader = Transaction | Core.Strapi['db']['connection'];

/** How far a request has come, as of today. */
export async function progressOf(strapi: Core.Strapi, knex: Reader, row: RequestRow): Promise<Progress> {
  const events = (await eventsOf(knex, row.id)).map(({ event }) => event);
  const calendar = await loadCalendar(strapi);
  const settings = clockSettingsOf(strapi, row.kind);
  const today = todayInShanghai();
  return {
    ...{ kind: row.kind, asksTransfer: row.asksTransfer, today },
    records: await recordsOf(strapi, knex, row.id),
    disputes: await disputesOf(strapi, knex, row.id),
    isFeeNotified: ofType(events, 'feeNotified').length > 0,
    reopened: ofType(events, 'reopened').length,
    clock: row.receivedOn ? clockOf({ events, calendar, settings, today }) : null,
  };
}
