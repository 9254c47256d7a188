import type { WorkingCalendar } from '../../../disclosure/server/rules/working-days';
import { answerIn, inOrder, ofType, type RequestEvent } from './events';
import type { ClockInput } from './input';
import { addCountedDays, type Pause, pausesOf } from './pauses';
import { inForce, receiptCorrections } from './receipt';
import { type ClockSettings, TERMS } from './settings';
import { type ClockStep, describe } from './steps';

/** What the clock does on a day. */
export type ClockState =
  | 'running'
  /** others have been asked */
  | 'paused'
  /** the applicant has been asked to correct the application */
  | 'awaitingCorrection'
  /** the applicant has been told the fee */
  | 'awaitingPayment'
  | 'answered';

export type Urgency = 'overdue' | 'red' | 'amber' | 'none';

/** Where a request stands on a day; dates are `YYYY-MM-DD` of Shanghai. */
export type Clock = {
  state: ClockState;
  receivedOn: string;
  /** 补正告知 until this day */
  correctionNoticeBy: string;
  /** the first day of the term that runs now is the working day after this one */
  startedOn: string;
  /** the last day for the answer; null while the clock waits for the applicant */
  dueOn: string | null;
  /** it moves on with every day until others have answered */
  isProvisional: boolean;
  /** until when the applicant is to correct or to pay */
  applicantBy: string | null;
  isExtended: boolean;
  pauses: readonly Pause[];
  /** working days from `today` to the due date; negative when it is over */
  workingDaysLeft: number | null;
  urgency: Urgency;
  /** how the dates were found, one after the other */
  steps: readonly ClockStep[];
  /** years whose holidays are not known yet, on which the dates depend */
  unknownYears: readonly number[];
};

/**
 * The statutory clock of a request: a pure function of what happened and of the calendar (条例第三十条至第三十五条).
 *
 * The answer is due 20 working days after receipt, after a corrected application, or after payment; one extension is
 * added to it; the time in which others are asked does not count; a delayed answer (第三十五条) is due when the
 * applicant has been told.
 *
 * @throws RangeError where nothing was received
 */
export function clockOf({ events, calendar, settings, today, isWithdrawn }: ClockInput): Clock {
  // a correction holds for every day, also for those before it was made
  const known = inOrder(inForce(events).filter(({ on }) => on <= today));
  const receivedOn = ofType(known, 'received')[0]?.on;
  if (!receivedOn) throw new RangeError('还没有登记收到日期');
  const start = startOf(known, receivedOn);
  const waiting = waitingFor(known, start.on, calendar, settings);
  const pauses = pausesOf(known, calendar, today);
  const [extension] = ofType(known, 'extended').filter(({ on }) => on >= start.on);
  const [delay] = ofType(known, 'delayed').slice(-1);
  const answer = answerIn(known);

  const answerWithin = settings.answerWithin ?? TERMS.answer;
  const baseOn = start.until ?? addCountedDays(start.on, answerWithin, calendar, pauses);
  const extendedOn = extension ? addCountedDays(baseOn, extension.days, calendar, pauses) : baseOn;
  const dueOn = delay && delay.on >= start.on && delay.until > extendedOn ? delay.until : extendedOn;
  const correctionNoticeBy = calendar.addWorkingDays(receivedOn, TERMS.correctionNotice);

  const isPaused = pauses.some(({ isOpen }) => isOpen);
  const state: ClockState = answer ? 'answered' : (waiting?.state ?? (isPaused ? 'paused' : 'running'));
  const due = waiting && !answer ? null : dueOn;
  const left = due && !answer ? workingDaysBetween(today, due, calendar) : null;
  return {
    ...{ state, receivedOn, correctionNoticeBy, startedOn: start.on, dueOn: due, pauses },
    isProvisional: isPaused && !answer,
    applicantBy: answer ? null : (waiting?.until ?? null),
    isExtended: ofType(known, 'extended').length > 0,
    workingDaysLeft: left,
    // a weekend has no working day, and the term is over all the same
    urgency: left !== null && due && due < today ? 'overdue' : urgencyOf(left, settings),
    steps: describe(
      {
        receivedOn,
        registeredOn: receiptCorrections(events).map(({ from }) => from),
        correctionNoticeBy,
        correctionAskedOn: ofType(known, 'correctionAsked').at(-1)?.on,
        start,
        waiting,
        pauses,
        extension,
        delay,
        answer,
        isWithdrawn,
        baseOn,
        extendedOn,
        dueOn,
        ownTerm: settings.answerWithin,
      },
      calendar,
    ),
    unknownYears: unknownYearsIn(receivedOn, dueOn, calendar),
  };
}

/** The same; null where nothing was received yet. */
export const clockWhenReceived = (input: ClockInput): Clock | null =>
  ofType(input.events, 'received').length > 0 ? clockOf(input) : null;

export type Start = {
  on: string;
  because: 'received' | 'corrected' | 'feePaid' | 'reopened';
  /** the last day, as a decision has set it */
  until?: string | undefined;
};

/** From which day the term counts: a correction, a payment and a decision to answer anew let it begin anew. */
function startOf(events: readonly RequestEvent[], receivedOn: string): Start {
  return events.reduce<Start>(
    (start, event) => {
      if (event.type === 'reopened') return { on: event.on, because: event.type, until: event.until };
      return event.type === 'corrected' || event.type === 'feePaid'
        ? { on: event.on, because: event.type }
        : start;
    },
    { on: receivedOn, because: 'received' },
  );
}

export type Waiting = { state: 'awaitingCorrection' | 'awaitingPayment'; since: string; until: string };

/** What the applicant has been asked for and has not given yet. */
function waitingFor(
  events: readonly RequestEvent[],
  startedOn: string,
  calendar: WorkingCalendar,
  settings: ClockSettings,
): Waiting | null {
  const [fee] = ofType(events, 'feeNotified').slice(-1);
  const isPaid = fee && ofType(events, 'feePaid').some(({ on }) => on >= fee.on);
  const [reopened] = ofType(events, 'reopened').slice(-1);
  if (fee && !isPaid && !(reopened && fee.on <= reopened.on)) {
    const until = calendar.addWorkingDays(fee.on, settings.payWithin);
    return { state: 'awaitingPayment', since: fee.on, until };
  }
  const [correction] = ofType(events, 'correctionAsked').slice(-1);
  const isCorrected = correction && ofType(events, 'corrected').some(({ on }) => on >= correction.on);
  return correction && !isCorrected && correction.on >= startedOn
    ? { state: 'awaitingCorrection', since: correction.on, until: correction.until }
    : null;
}

/** Working days from a day to another one; negative when it lies before it. */
function workingDaysBetween(today: string, due: string, calendar: WorkingCalendar): number {
  return due >= today ? calendar.countWorkingDays(today, due) : -calendar.countWorkingDays(due, today);
}

function urgencyOf(left: number | null, { red, amber }: ClockSettings): Urgency {
  if (left === null) return 'none';
  if (left <= red) return 'red';
  return left <= amber ? 'amber' : 'none';
}

function unknownYearsIn(from: string, to: string, calendar: WorkingCalendar): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_year, index) => first + index).filter(
    (year) => !calendar.isYearPublished(year),
  );
}
