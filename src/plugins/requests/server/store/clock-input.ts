import type { Core } from '@strapi/strapi';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Transaction } from '../../../disclosure/server/types';
import type { ClockInput } from '../clock/input';
import { clockSettingsOf } from '../settings';
import { eventsOf, type RecordedEvent, type RequestRow } from './rows';

type Reader = Transaction | Core.Strapi['db']['connection'];

/** What a clock is computed from, and the events as they were recorded. */
export type ClockFacts = ClockInput & { recorded: readonly RecordedEvent[] };

/** Gathers what the clock of a request is computed from, as of a day: the only place that does. */
export async function clockInputOf(
  strapi: Core.Strapi,
  reader: Reader,
  { id, kind, withdrawnOn }: Pick<RequestRow, 'id' | 'kind'> & Partial<Pick<RequestRow, 'withdrawnOn'>>,
  today = todayInShanghai(),
): Promise<ClockFacts> {
  const recorded = await eventsOf(reader, id);
  return {
    ...{ recorded, today, isWithdrawn: Boolean(withdrawnOn) },
    events: recorded.map(({ event }) => event),
    calendar: await loadCalendar(strapi),
    settings: clockSettingsOf(strapi, kind),
  };
}
