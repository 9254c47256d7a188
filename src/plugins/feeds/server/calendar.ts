import type { Core } from '@strapi/strapi';
import { createEvents, type EventAttributes } from 'ics';
import { DAYS_KEPT, type Deadline, listDeadlines } from '../../disclosure/server/read-model/list-deadlines';
import type { PublicationFilters } from '../../disclosure/server/read-model/list-publications';
import { addDays, todayInShanghai } from '../../disclosure/server/rules/dates';
import { pageAddress, siteWithAddress } from '../../disclosure/server/site/addresses';
import type { Site } from '../../disclosure/server/site/settings';
import { namesOf } from './names';
import { forXml } from './render/text';

/**
 * The deadlines that a query asks for, as iCalendar (RFC 5545). All-day dates have no time zone: 截止 on the 5th is
 * the 5th in Asia/Shanghai and in every calendar.
 *
 * @throws DisclosureError INVALID_QUERY for a code that is none
 */
export async function renderCalendar(strapi: Core.Strapi, query: PublicationFilters): Promise<string> {
  const site = siteWithAddress(strapi);
  const names = await namesOf(strapi, query);
  const from = addDays(todayInShanghai(), -DAYS_KEPT);
  const deadlines = await listDeadlines(strapi.db.connection, query, from);
  const name = [site.name || '政府信息公开', ...names, '截止日期'].join(' · ');
  return toCalendar(name, deadlines, site);
}

const PRODUCT = 'open-disclosure//deadlines//ZH';

/** Pure. @throws Error for a deadline that is none: a mistake of the program */
export function toCalendar(name: string, deadlines: readonly Deadline[], site: Site): string {
  if (deadlines.length === 0) return EMPTY(name);
  const { error, value } = createEvents(
    deadlines.map((deadline) => toEvent(deadline, site)),
    { productId: PRODUCT, calName: forXml(name) },
  );
  if (error || !value) throw error ?? new Error('The calendar is empty');
  return value;
}

/** The library writes no calendar without an event; subscribers of an empty one are to get one that is. */
const EMPTY = (name: string): string =>
  `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    `PRODID:${PRODUCT}`,
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${forXml(name)
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\s+/g, ' ')}`,
    'END:VCALENDAR',
  ].join('\r\n')}\r\n`;

/** `timestamp` (DTSTAMP) is missing in the library's types; without it every answer would be another. */
function toEvent(deadline: Deadline, site: Site): EventAttributes & { timestamp: number } {
  const { documentId, name, label, day, title, ownerName, url, isCancelled, revision, changedAt } = deadline;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const page = pageAddress(site, { documentId, url });
  return {
    uid: `${documentId}-${name}@disclosure`,
    title: forXml(`${isCancelled ? '(已撤回)' : ''}${label}:${title}`),
    description: forXml(`${ownerName}\n${page}`),
    start: [year, month, date],
    duration: { days: 1 },
    busyStatus: 'FREE',
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
    sequence: revision,
    timestamp: changedAt.getTime(),
    lastModified: changedAt.getTime(),
    categories: [label],
    ...(URL.canParse(page) ? { url: page } : {}),
  };
}
