import { type Refusal, refuse } from '../../../disclosure/server/errors';
import { type Clock, clockOf } from '../clock/clock';
import { ofType } from '../clock/events';
import type { ClockInput } from '../clock/input';

const isOverdue = ({ state, applicantBy }: Clock, waits: Clock['state'], today: string): boolean =>
  state === waits && applicantBy !== null && applicantBy < today;

/** What has to have happened before a request may end in this way. */
const CONDITIONS: Record<string, (input: ClockInput & { clock: Clock }) => string | null> = {
  'other.overdueCorrection': ({ clock, today }) =>
    isOverdue(clock, 'awaitingCorrection', today)
      ? null
      : '须已告知补正、申请人逾期没有补正，才能按逾期不补正处理（条例第三十条）',
  'other.overdueFee': ({ clock, today }) =>
    isOverdue(clock, 'awaitingPayment', today)
      ? null
      : '须已通知缴费、申请人逾期没有缴费，才能按逾期不缴费处理（国办函〔2020〕109号）',
  'notProcessed.massiveRequests': ({ events, today }) => {
    const asked = ofType(events, 'reasonAsked').at(-1);
    if (!asked) return '须先要求申请人说明理由，才能以无正当理由大量反复申请不予处理（条例第三十五条）';
    return ofType(events, 'reasonGiven').length > 0 || asked.until < today
      ? null
      : `申请人说明理由的期限到${asked.until}为止，请等收到理由或者期满后再处理（条例第三十五条）`;
  },
  'unableToProvide.unclear': ({ events }) =>
    ofType(events, 'corrected').length > 0
      ? null
      : '须告知补正、收到补正后内容仍不明确，才能按此办理（条例第三十条）',
};

/** Whether what the outcome says has happened. Pure; null: it has, or the outcome presupposes nothing. */
export function refusalOfOutcome(outcome: string, input: ClockInput): Refusal | null {
  const condition = CONDITIONS[outcome];
  const missing = condition?.({ ...input, clock: clockOf(input) });
  return missing ? refuse('INVALID_CONTENT', missing) : null;
}
