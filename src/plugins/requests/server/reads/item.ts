import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import { APPLICANT_KINDS } from '../../shared/applicants';
import { CHANNELS, labelIn } from '../../shared/choices';
import type { QueueItem } from '../../shared/contract';
import { stateLabel } from '../../shared/states';
import { type Clock, clockWhenReceived } from '../clock/clock';
import { lapseOf } from '../clock/lapse';
import { type ClockFacts, clockInputOf } from '../store/clock-input';
import { contentOf, type RequestRow } from '../store/rows';
import { CLOCK_LABELS, lapseWords } from './labels';
import { maskApplicant } from './mask';
import { titleOf } from './title';

export type Looked = { item: QueueItem; clock: Clock | null; facts: ClockFacts };

/** A request as lists show it, with its clock as of today. */
export async function lookAt(strapi: Core.Strapi, row: RequestRow): Promise<Looked> {
  const facts = await clockInputOf(strapi, strapi.db.connection, row);
  const clock = clockWhenReceived(facts);
  const lapse = clock && row.state === 'handling' ? lapseOf(facts, clock) : null;
  const content = contentOf(strapi, row);
  const item: QueueItem = {
    ...{ id: row.id, number: row.number, state: row.state, version: row.version, owner: row.owner },
    stateLabel: `${stateLabel(row.state)}${row.asksTransfer ? '（建议改派）' : ''}`,
    kind: row.kind,
    ownerName: await nameOfDepartment(strapi, row.owner),
    channelLabel: labelIn(CHANNELS, row.channel),
    applicantName: content ? maskApplicant(content.applicant) : null,
    applicantKindLabel: labelIn(APPLICANT_KINDS, row.applicantKind),
    title: titleOf(strapi, row),
    submittedAt: shanghaiInstant(row.submittedAt),
    receivedOn: row.receivedOn,
    dueOn: clock?.dueOn ?? null,
    applicantBy: clock?.applicantBy ?? null,
    clockState: clock?.state ?? null,
    lapse: lapse && lapseWords(lapse),
    clockLabel: clock ? CLOCK_LABELS[clock.state] : null,
    workingDaysLeft: clock?.workingDaysLeft ?? null,
    urgency: clock?.urgency ?? 'none',
  };
  return { item, clock, facts };
}
