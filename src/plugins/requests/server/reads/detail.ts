import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import type { Member } from '../../../disclosure/server/types';
import { DELIVERIES, labelIn, MEDIA } from '../../shared/choices';
import type { ClockTold, DeskButton, EventTold, RequestTold } from '../../shared/contract';
import { outcomeOf } from '../../shared/outcomes';
import { answerOf } from '../acts/handlers';
import { ofType, type RequestEvent } from '../clock/events';
import type { ClockInput } from '../clock/input';
import { impossibleToday } from '../clock/possible';
import { isSuperseded } from '../clock/receipt';
import { mayPreview } from '../documents/of-acts';
import { noticesTold } from '../documents/read';
import { progressOf } from '../records/progress-of';
import { openFor } from '../store/keys';
import { contentOf, findRequest, type RecordedEvent, type RequestRow } from '../store/rows';
import { maySee, refusalOf } from '../workflow/decide';
import { type Progress, refusalByProgress } from '../workflow/progress';
import { type RequestVerb, VERB_NAMES, verbRow } from '../workflow/verbs';
import { aboutVerb } from './about-verb';
import { toldDisputes } from './disputes';
import { inHistory, toldRecords } from './history';
import type { Looked } from './item';
import { lookAt } from './item';
import { CLOCK_LABELS, EVENT_LABELS } from './labels';
import { maskedApplicant } from './mask';
import { nextStep } from './next-step';
import { relatedTo } from './related';
import { toldServices } from './services';
import { warningsFor } from './warn-verb';

/**
 * A request as the desk shows it.
 *
 * @throws DisclosureError NOT_FOUND also where there is one that the member may not see
 */
export async function readRequest(strapi: Core.Strapi, member: Member, id: string): Promise<RequestTold> {
  const row = await findVisible(strapi, member, id);
  const { item, clock, facts } = await lookAt(strapi, row);
  const content = contentOf(strapi, row);
  const progress = await progressOf(strapi, strapi.db.connection, row, facts);
  const notices = await noticesTold(strapi, row);
  const answer = answerOf(strapi, row);
  const warnings = await warningsFor(strapi, row, answer);
  return {
    ...item,
    wanted: content?.wanted ?? null,
    applicant: content ? maskedApplicant(content.applicant) : null,
    medium: labelIn(MEDIA, row.medium),
    delivery: labelIn(DELIVERIES, row.delivery),
    outcome: row.outcome,
    outcomeLabel: row.outcome ? (outcomeOf(row.outcome)?.label ?? row.outcome) : null,
    answeredOn: row.answeredOn,
    withdrawnOn: row.withdrawnOn,
    answer,
    clock: clock && toldClock(clock),
    events: inHistory(
      facts.recorded.map((recorded) => ({
        told: toldEvent(strapi, row, recorded, facts.events),
        at: recorded.recordedAt,
      })),
      await toldRecords(strapi, progress.records),
      await toldServices(strapi, row.id),
    ),
    nextStep: nextStep({ state: row.state, hasAnswer: answer !== null, dueOn: item.dueOn }, progress),
    buttons: await Promise.all(
      VERB_NAMES.map(async (verb) => ({
        ...buttonOf(verb, member, row, facts, progress),
        about: await aboutVerb(strapi, verb, row, progress),
        warning: warnings[verb] ?? null,
      })),
    ),
    disputes: toldDisputes(row, progress.disputes, notices),
    notices,
    consultations: consultationsOf(strapi, row, facts.recorded),
    related: await relatedTo(strapi, member, row),
  };
}

export async function findVisible(strapi: Core.Strapi, member: Member, id: string): Promise<RequestRow> {
  const row = await findRequest(strapi.db.connection, id);
  if (row && maySee(member, row)) return row;
  throw new DisclosureError('NOT_FOUND', '没有找到该申请');
}

const toldClock = (clock: NonNullable<Looked['clock']>): ClockTold => ({
  ...{
    state: clock.state,
    label: CLOCK_LABELS[clock.state],
    dueOn: clock.dueOn,
    isExtended: clock.isExtended,
  },
  ...{ isProvisional: clock.isProvisional, applicantBy: clock.applicantBy, urgency: clock.urgency },
  ...{ correctionNoticeBy: clock.correctionNoticeBy, workingDaysLeft: clock.workingDaysLeft },
  steps: [...clock.steps],
  unknownYears: clock.unknownYears,
});

function toldEvent(
  strapi: Core.Strapi,
  { id, withdrawnOn }: RequestRow,
  { event, note, byName }: RecordedEvent,
  events: readonly RequestEvent[],
): EventTold {
  const text = note ? openFor<string>(strapi, id, note) : null;
  // it ends the term like an answer, and nothing is answered after it
  const isWithdrawal = withdrawnOn !== null && event === ofType(events, 'answered').at(-1);
  return {
    ...{ type: event.type, on: event.on, by: byName },
    label: `${isWithdrawal ? '申请人撤回申请' : EVENT_LABELS[event.type]}${isSuperseded(event, events) ? '（登记有误，已更正）' : ''}`,
    text:
      event.type === 'feeNotified' && text ? (JSON.parse(text) as { explanation: string }).explanation : text,
    consultation: 'consultation' in event ? event.consultation : null,
  };
}

function buttonOf(
  verb: RequestVerb,
  member: Member,
  row: RequestRow,
  input: ClockInput,
  progress: Progress,
): Omit<DeskButton, 'about' | 'warning'> {
  const refusal =
    refusalOf(verb, member, row, null) ??
    refusalByProgress(verb, member, progress) ??
    impossibleToday(verb, input);
  const { label, reason } = verbRow(verb);
  return {
    verb,
    label,
    enabled: !refusal,
    why: refusal?.message ?? null,
    needsReason: reason === true,
    hasPreview: mayPreview(verb),
  };
}

function consultationsOf(
  strapi: Core.Strapi,
  row: RequestRow,
  events: readonly RecordedEvent[],
): { id: string; label: string }[] {
  const replied = ofType(
    events.map(({ event }) => event),
    'consultationReplied',
  );
  return events.flatMap(({ event, note }) => {
    if (event.type !== 'consulted') return [];
    if (replied.some(({ consultation }) => consultation === event.consultation)) return [];
    const whom = note ? openFor<string>(strapi, row.id, note) : '';
    return [{ id: event.consultation, label: `${whom}（${event.on}发出）` }];
  });
}
