import type { RequestVerb } from '../workflow/verbs';
import { type EventRefusal, refusalOf } from './check-event';
import { ofType, type RequestEvent } from './events';
import type { ClockInput } from './input';

/** The event of each verb that has one, as it would be entered today. */
const TODAY: Partial<Record<RequestVerb, (on: string, consultation: string) => RequestEvent>> = {
  askCorrection: (on) => ({ type: 'correctionAsked', on, until: '9999-12-31' }),
  noteCorrection: (on) => ({ type: 'corrected', on }),
  askReason: (on) => ({ type: 'reasonAsked', on, until: '9999-12-31' }),
  noteReason: (on) => ({ type: 'reasonGiven', on }),
  delay: (on) => ({ type: 'delayed', on, until: '9999-12-31' }),
  consult: (on) => ({ type: 'consulted', on, of: 'otherOrgan', consultation: 'new' }),
  noteConsultationReceipt: (on, consultation) => ({ type: 'consultationReceived', on, consultation }),
  noteConsultationReply: (on, consultation) => ({ type: 'consultationReplied', on, consultation }),
  extend: (on) => ({ type: 'extended', on, days: 1 }),
  notifyFee: (on) => ({ type: 'feeNotified', on }),
  reopen: (on) => ({ type: 'reopened', on }),
  notePayment: (on) => ({ type: 'feePaid', on }),
};

/**
 * Why what a verb notes could not be entered today: nobody was asked, it has been done, its time is over. Null: it could, or
 * the verb notes nothing. What happened on an earlier day may still be entered; so `TOO_LATE` is no reason here.
 */
export function impossibleToday(verb: RequestVerb, input: ClockInput): EventRefusal | null {
  const open = ofType(input.events, 'consulted').find(
    ({ consultation }) =>
      !ofType(
        input.events,
        verb === 'noteConsultationReceipt' ? 'consultationReceived' : 'consultationReplied',
      ).some((event) => event.consultation === consultation),
  );
  const event = TODAY[verb]?.(input.today, open?.consultation ?? '');
  const refusal = event ? refusalOf({ ...input, event }) : null;
  return refusal?.code === 'TOO_LATE' ? null : refusal;
}
