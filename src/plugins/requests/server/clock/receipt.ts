import { type EventOf, ofType, type RequestEvent } from './events';

/** Corrections of the day of receipt in the order in which they were made, whatever the order of the list. */
export const receiptCorrections = (events: readonly RequestEvent[]): EventOf<'receiptCorrected'>[] =>
  ofType(events, 'receiptCorrected').sort((a, b) => a.nth - b.nth);

/** The day of receipt that holds (条例第三十一条); undefined before its registration. */
export const receivedOnOf = (events: readonly RequestEvent[]): string | undefined =>
  (receiptCorrections(events).at(-1) ?? ofType(events, 'received')[0])?.on;

/** What happened as it is known now: one receipt, on the day that holds. */
export function inForce(events: readonly RequestEvent[]): RequestEvent[] {
  const on = receivedOnOf(events);
  const others = events.filter(({ type }) => type !== 'received' && type !== 'receiptCorrected');
  return on ? [{ type: 'received', on }, ...others] : others;
}

/** Whether an entry of the receipt holds no longer: a correction has taken its place. */
export const isSuperseded = (event: RequestEvent, events: readonly RequestEvent[]): boolean => {
  if (event.type === 'received') return receiptCorrections(events).length > 0;
  return event.type === 'receiptCorrected' && event.nth < receiptCorrections(events).length;
};
