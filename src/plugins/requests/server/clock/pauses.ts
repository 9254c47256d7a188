import type { WorkingCalendar } from '../../../disclosure/server/rules/working-days';
import { type Consulted, ofType, type RequestEvent } from './events';
import { TERMS } from './settings';

/** A consultation: the working days after `after`, through `through`, do not count. */
export type Pause = {
  consultation: string;
  of: Consulted;
  after: string;
  through: string;
  /** nobody has answered, and the term is not over */
  isOpen: boolean;
  /** the last day for the opinion; null: the law sets none, or nobody knows yet when it was received */
  lapsesOn: string | null;
};

/**
 * The times in which others are asked (条例第三十三条第三款): from the day after the letter was sent to the answer, at the
 * longest to the end of the term that the third party or the co-maker has. Whether the day of sending counts
 * is not in the law; that it does is the common way.
 *
 * @param today what is open is excluded until this day
 */
export function pausesOf(events: readonly RequestEvent[], calendar: WorkingCalendar, today: string): Pause[] {
  const received = ofType(events, 'consultationReceived');
  const replied = ofType(events, 'consultationReplied');
  return ofType(events, 'consulted').map(({ consultation, of, on }) => {
    const receivedOn = received.find((event) => event.consultation === consultation)?.on;
    const repliedOn = replied.find((event) => event.consultation === consultation)?.on;
    const lapsesOn =
      receivedOn && of !== 'otherOrgan' ? calendar.addWorkingDays(receivedOn, TERMS.consultation) : null;
    const end = earliest([repliedOn, lapsesOn]);
    return {
      ...{ consultation, of, after: on, lapsesOn },
      through: end && end <= today ? end : latest(on, today),
      isOpen: !repliedOn && !(lapsesOn && lapsesOn < today),
    };
  });
}

const earliest = (days: readonly (string | null | undefined)[]): string | null =>
  days.filter((day): day is string => Boolean(day)).sort()[0] ?? null;
const latest = (a: string, b: string): string => (a > b ? a : b);

/** Whether a day does not count: no pause is counted twice where two run at once. */
export const isExcluded = (day: string, pauses: readonly Pause[]): boolean =>
  pauses.some(({ after, through }) => day > after && day <= through);

/** The n-th working day after a day, without those that are excluded. */
export function addCountedDays(
  start: string,
  n: number,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): string {
  let day = start;
  for (let counted = 0; counted < n; ) {
    day = calendar.addWorkingDays(day, 1);
    if (!isExcluded(day, pauses)) counted += 1;
  }
  return day;
}
