import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { shanghaiInstant, todayInShanghai } from '../../../disclosure/server/rules/dates';
import { APPLICANT_KINDS } from '../../shared/applicants';
import { CHANNELS, labelIn } from '../../shared/choices';
import type { QueueItem } from '../../shared/contract';
import { stateLabel } from '../../shared/states';
import { textOf } from '../acts/submit';
import { type Clock, clockOf } from '../clock/clock';
import { clockSettingsOf } from '../settings';
import { contentOf, eventsOf, type RecordedEvent, type RequestRow } from '../store/rows';
import { CLOCK_LABELS } from './labels';
import { maskApplicant } from './mask';

const TITLE = 60;

export type Looked = { item: QueueItem; clock: Clock | null; events: RecordedEvent[] };

/** A request as lists show it, with its clock as of today. */
export async function lookAt(strapi: Core.Strapi, row: RequestRow): Promise<Looked> {
  const events = await eventsOf(strapi.db.connection, row.id);
  const calendar = await loadCalendar(strapi);
  const clock = row.receivedOn
    ? clockOf({
        events: events.map(({ event }) => event),
        calendar,
        settings: clockSettingsOf(strapi, row.kind),
        today: todayInShanghai(),
      })
    : null;
  const content = contentOf(strapi, row);
  const title = content ? textOf(content.wanted).replace(/\s+/g, ' ') : '(内容已按期删除)';
  const item: QueueItem = {
    ...{ id: row.id, number: row.number, state: row.state, version: row.version, owner: row.owner },
    stateLabel: `${stateLabel(row.state)}${row.asksTransfer ? '（建议改派）' : ''}`,
    kind: row.kind,
    ownerName: await nameOfDepartment(strapi, row.owner),
    channelLabel: labelIn(CHANNELS, row.channel),
    applicantName: content ? maskApplicant(content.applicant) : null,
    applicantKindLabel: labelIn(APPLICANT_KINDS, row.applicantKind),
    title: title.length > TITLE ? `${title.slice(0, TITLE)}…` : title,
    submittedAt: shanghaiInstant(row.submittedAt),
    receivedOn: row.receivedOn,
    dueOn: clock?.dueOn ?? null,
    clockState: clock?.state ?? null,
    clockLabel: clock ? CLOCK_LABELS[clock.state] : null,
    workingDaysLeft: clock?.workingDaysLeft ?? null,
    urgency: clock?.urgency ?? 'none',
  };
  return { item, clock, events };
}
