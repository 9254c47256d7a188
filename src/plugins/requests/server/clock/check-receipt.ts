import type { EventRefusal } from './check-event';
import { clockOf } from './clock';
import { type EventOf, inOrder, ofType, type RequestEvent } from './events';
import type { ClockInput } from './input';
import { inForce, receivedOnOf } from './receipt';

const no = (code: EventRefusal['code'], message: string): EventRefusal => ({ code, message });

/**
 * Whether the day of receipt may be corrected to another one: not after anything that happened to the request since. Once
 * it has been answered, an answer that was late stays late: a term that has passed is not argued away
 * afterwards. To an earlier day, and where nothing changes about that, it may be corrected at any time. Pure; null: it may.
 */
export function refusalOfCorrection(
  event: EventOf<'receiptCorrected'>,
  input: ClockInput,
): EventRefusal | null {
  const { events } = input;
  const registered = receivedOnOf(events);
  if (!registered) return no('OUT_OF_ORDER', '还没有登记收到日期');
  if (event.on === registered) return no('ALREADY_DONE', `收到日期已经是${registered}`);
  const [next] = inOrder(inForce(events).filter(({ type }) => type !== 'received'));
  if (next && event.on > next.on) {
    return no('OUT_OF_ORDER', `${next.on}已有办理情况，收到日期不能更晚，请核对日期`);
  }
  const [answer] = ofType(inOrder(events), 'answered');
  if (!answer || !isLate(answer, events, input) || isLate(answer, [...events, event], input)) return null;
  return no(
    'ALREADY_ANSWERED',
    `${answer.on}作出的答复按登记的收到日期已经超过期限，答复作出后不能再改成没有超过；确有错误的，请在复议、诉讼中说明`,
  );
}

/** Whether an answer came after its term, by what had happened until then. */
function isLate(
  { on: today }: EventOf<'answered'>,
  events: readonly RequestEvent[],
  input: ClockInput,
): boolean {
  const before = events.filter(({ type }) => type !== 'answered' && type !== 'reopened');
  const { dueOn } = clockOf({ ...input, events: before, today });
  return dueOn !== null && today > dueOn;
}
