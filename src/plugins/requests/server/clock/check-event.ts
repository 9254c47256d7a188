import { toDayNumber } from '../../../disclosure/server/rules/dates';
import { refusalOfCorrection } from './check-receipt';
import { type Clock, clockOf } from './clock';
import { answerIn, type EventOf, type EventType, inOrder, ofType, type RequestEvent } from './events';
import type { ClockInput } from './input';
import { inForce, receivedOnOf } from './receipt';
import { TERMS } from './settings';

/** Why an event cannot be entered. */
export type EventRefusal = {
  code:
    | 'FUTURE_DATE'
    | 'BEFORE_RECEIPT'
    | 'OUT_OF_ORDER'
    | 'ALREADY_DONE'
    | 'NOTHING_TO_ANSWER'
    | 'TOO_LATE'
    | 'TOO_LONG'
    | 'ALREADY_ANSWERED';
  message: string;
};

/** An event that is to be entered, after what has been entered before. */
type Input = ClockInput & { event: RequestEvent };
/** The clock of the day of the event, before it. */
type Before = Input & { clock: Clock };
type Check<T extends EventType> = (event: EventOf<T>, before: Before) => EventRefusal | null;

const no = (code: EventRefusal['code'], message: string): EventRefusal => ({ code, message });

/** Whether an event may be entered, by the terms of the regulation. Pure; null: it may. */
export function refusalOf(input: Input): EventRefusal | null {
  const { event, events: recorded, today } = input;
  if (event.on > today) return no('FUTURE_DATE', `日期${event.on}还没有到，请填写实际发生的日期`);
  if (event.type === 'receiptCorrected') return refusalOfCorrection(event, input);
  const receivedOn = receivedOnOf(recorded);
  if (event.type === 'received') {
    return receivedOn
      ? no('ALREADY_DONE', `已登记收到日期${receivedOn}；有误的，请由公开办更正收到登记，不要重复登记`)
      : null;
  }
  if (!receivedOn) return no('OUT_OF_ORDER', '还没有登记收到日期');
  if (event.on < receivedOn) {
    return no('BEFORE_RECEIPT', `日期${event.on}早于收到申请的日期${receivedOn}`);
  }
  const events = inForce(recorded);
  const answered = answerIn(events);
  if (event.type === 'reopened') return checkReopening(event, answered);
  if (answered) return no('ALREADY_ANSWERED', `已于${answered.on}答复，不能再登记办理情况`);
  const last = inOrder(events).at(-1);
  if (event.type === 'answered' && last && event.on < last.on) {
    return no('OUT_OF_ORDER', `答复日期不能早于最近一次办理的日期${last.on}`);
  }
  const past = events.filter(({ on }) => on <= event.on);
  const clock = clockOf({ ...input, events: past, today: event.on });
  const check = CHECKS[event.type] as Check<EventType> | undefined;
  return check?.(event, { ...input, events, clock }) ?? null;
}

const CHECKS: { [T in EventType]?: Check<T> } = {
  correctionAsked: (event, { events, clock }) => {
    if (ofType(events, 'correctionAsked').length > 0) {
      return no('ALREADY_DONE', '补正只能告知一次（条例第三十条：一次性告知）');
    }
    if (event.on > clock.correctionNoticeBy) {
      return no(
        'TOO_LATE',
        `补正告知须在收到申请之日起${TERMS.correctionNotice}个工作日内（${clock.correctionNoticeBy}前）作出，已超过期限，请直接办理（条例第三十条）`,
      );
    }
    return event.until > event.on ? null : no('TOO_LONG', '补正期限应晚于告知的日期');
  },
  corrected: (_event, { clock }) =>
    clock.state === 'awaitingCorrection' ? null : no('NOTHING_TO_ANSWER', '没有待补正的告知'),
  reasonAsked: (event, { events }) => {
    if (ofType(events, 'reasonAsked').length > 0) return no('ALREADY_DONE', '已要求过说明理由');
    return event.until > event.on ? null : no('TOO_LONG', '说明理由的期限应晚于告知的日期');
  },
  reasonGiven: (_event, { events }) =>
    ofType(events, 'reasonAsked').length > ofType(events, 'reasonGiven').length
      ? null
      : no('NOTHING_TO_ANSWER', '没有要求过说明理由'),
  delayed: (event, { events, clock }) => {
    if (ofType(events, 'reasonGiven').length === 0) {
      return no('OUT_OF_ORDER', '延迟答复须先要求申请人说明理由，且理由合理（条例第三十五条）');
    }
    return inTerm(event.on, clock, '告知延迟答复');
  },
  consulted: (event, { events, clock }) => {
    const isKnown = ofType(events, 'consulted').some(
      ({ consultation }) => consultation === event.consultation,
    );
    if (isKnown) return no('ALREADY_DONE', '该征求意见书已登记');
    return inTerm(event.on, clock, '征求意见');
  },
  consultationReceived: (event, { events }) => answerTo(event, events, 'consultationReceived', '签收'),
  consultationReplied: (event, { events }) => answerTo(event, events, 'consultationReplied', '答复'),
  extended: (event, { events, clock }) => {
    if (ofType(events, 'extended').length > 0)
      return no('ALREADY_DONE', '答复期限只能延长一次（条例第三十三条）');
    if (event.days < 1 || event.days > TERMS.extension) {
      return no('TOO_LONG', `延长的期限最长${TERMS.extension}个工作日（条例第三十三条）`);
    }
    return inTerm(event.on, clock, '延长答复期限');
  },
  feeNotified: (event, { events, clock }) => {
    if (ofType(events, 'feeNotified').length > 0) return no('ALREADY_DONE', '已发出过收费通知');
    return inTerm(event.on, clock, '收费通知');
  },
  feePaid: (_event, { clock }) =>
    clock.state === 'awaitingPayment' ? null : no('NOTHING_TO_ANSWER', '没有待缴费的通知'),
};

/** An answer is made anew only where there is one, and after it. */
function checkReopening(
  { on, until }: EventOf<'reopened'>,
  answered: EventOf<'answered'> | undefined,
): EventRefusal | null {
  if (!answered) return no('NOTHING_TO_ANSWER', '还没有答复，不用重新答复');
  if (on < answered.on) return no('OUT_OF_ORDER', `日期不能早于原答复的日期${answered.on}`);
  return !until || until > on ? null : no('TOO_LONG', '重新答复的期限应晚于收到决定或者裁判的日期');
}

/** What has to be done before the answer is due, and only while the term runs. */
function inTerm(on: string, { dueOn, state }: Clock, what: string): EventRefusal | null {
  if (!dueOn) {
    const wait = state === 'awaitingPayment' ? '缴费' : '补正';
    return no('OUT_OF_ORDER', `正在等待申请人${wait}，不能办理${what}`);
  }
  if (toDayNumber(on) <= toDayNumber(dueOn)) return null;
  return no('TOO_LATE', `${what}须在答复期限（${dueOn}）届满前办理，已超过期限`);
}

function answerTo(
  { on, consultation }: { on: string; consultation: string },
  events: readonly RequestEvent[],
  type: 'consultationReceived' | 'consultationReplied',
  what: string,
): EventRefusal | null {
  const asked = ofType(events, 'consulted').find((event) => event.consultation === consultation);
  if (!asked) return no('NOTHING_TO_ANSWER', '没有发出过该征求意见书');
  if (on < asked.on) return no('OUT_OF_ORDER', `${what}日期不能早于征求意见书发出的日期${asked.on}`);
  return ofType(events, type).some((event) => event.consultation === consultation)
    ? no('ALREADY_DONE', `已登记过${what}`)
    : null;
}
