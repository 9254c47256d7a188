import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import type { WorkingCalendar } from '../../../disclosure/server/rules/working-days';
import type { ConsultationForApplicant, EarlierAnswer, PartForApplicant } from '../../shared/contract';
import { outcomeOf } from '../../shared/outcomes';
import { type RequestState, stateLabel } from '../../shared/states';
import type { Clock } from '../clock/clock';
import type { Pause } from '../clock/pauses';
import { ASKED } from '../clock/steps';
import type { Recorded } from '../records/records';
import { partsOf, type RequestRow } from '../store/rows';
import { lookAt } from './item';
import { wantedLine } from './title';

/** What the applicant sees of the district's own steps. */
const SHOWN_STATES: Partial<Record<RequestState, string>> = {
  reviewing: '办理中',
  approved: '办理中',
};
export const shownState = (state: RequestState): string => SHOWN_STATES[state] ?? stateLabel(state);

/** That others were asked and how long, without their names. Pure. */
export const consultationsTold = (
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): ConsultationForApplicant[] =>
  pauses.map(({ of, after, through, isOpen }) => ({
    ...{ whom: ASKED[of].whom, sentOn: after, through, isOpen },
    workingDays: calendar.countWorkingDays(after, through),
  }));

/** The answers that others have taken the place of, in their order. Pure. */
export const earlierAnswers = (records: readonly Recorded[]): EarlierAnswer[] =>
  records.flatMap((record) =>
    record.type === 'answerSuperseded'
      ? [
          {
            outcomeLabel: outcomeOf(record.outcome)?.label ?? record.outcome,
            ...{ answeredOn: record.answeredOn, text: record.note, until: record.on },
          },
        ]
      : [],
  );

const ASKS: readonly Clock['state'][] = ['awaitingCorrection', 'awaitingPayment'];

/** The parts of a split application, each with how far it is. */
export async function partsTold(strapi: Core.Strapi, row: RequestRow): Promise<PartForApplicant[]> {
  const parts = await partsOf(strapi.db.connection, row.id);
  return Promise.all(
    parts.map(async (part) => {
      const { clock } = await lookAt(strapi, part);
      const isOut = clock?.state === 'answered' && part.answeredOn !== null;
      return {
        number: part.number,
        wanted: wantedLine(strapi, part) ?? '',
        stateLabel: `${shownState(part.state)}（${await nameOfDepartment(strapi, part.owner)}）`,
        dueOn: isOut ? null : (clock?.dueOn ?? null),
        outcomeLabel: isOut && part.outcome ? (outcomeOf(part.outcome)?.label ?? null) : null,
        answeredOn: isOut ? part.answeredOn : null,
        isWaiting: clock !== null && ASKS.includes(clock.state),
      };
    }),
  );
}

export const pausesTold = async (
  strapi: Core.Strapi,
  clock: Clock | null,
): Promise<ConsultationForApplicant[]> =>
  clock && clock.pauses.length > 0 ? consultationsTold(clock.pauses, await loadCalendar(strapi)) : [];
