import { z } from 'zod';
import { isIsoDate } from '../../../disclosure/server/rules/dates';

const day = z.string().refine(isIsoDate, '请按“年-月-日”填写日期');
const on = { on: day };

/** Whose opinion is asked for. Only a third party and a co-maker have a term of their own (条例第三十二条、第三十四条). */
export const CONSULTED = ['thirdParty', 'coMaker', 'otherOrgan'] as const;

/**
 * What happened to a request, on a day of Shanghai: what the clock is computed from. Nothing else counts, so that every
 * date can be told from these.
 */
export const eventSchema = z.discriminatedUnion('type', [
  /** 收到之日, by channel (条例第三十一条) */
  z.strictObject({ type: z.literal('received'), ...on }),
  /** `on` holds instead of the day that was registered by mistake; the `nth` correction, `from`: the day before it */
  z.strictObject({ type: z.literal('receiptCorrected'), ...on, from: day, nth: z.int().min(1) }),
  /** 补正告知; `until`: the reasonable time that the organ gives */
  z.strictObject({ type: z.literal('correctionAsked'), ...on, until: day }),
  z.strictObject({ type: z.literal('corrected'), ...on }),
  /** 说明理由 of very many or very frequent requests (条例第三十五条) */
  z.strictObject({ type: z.literal('reasonAsked'), ...on, until: day }),
  z.strictObject({ type: z.literal('reasonGiven'), ...on }),
  /** 延迟答复: the reasonable time that the applicant has been told */
  z.strictObject({ type: z.literal('delayed'), ...on, until: day }),
  /** 征求意见书 sent; its receipt and the answer name the same `consultation` */
  z.strictObject({ type: z.literal('consulted'), ...on, consultation: z.string(), of: z.enum(CONSULTED) }),
  z.strictObject({ type: z.literal('consultationReceived'), ...on, consultation: z.string() }),
  z.strictObject({ type: z.literal('consultationReplied'), ...on, consultation: z.string() }),
  z.strictObject({ type: z.literal('extended'), ...on, days: z.int() }),
  /** 收费通知 as the applicant received it */
  z.strictObject({ type: z.literal('feeNotified'), ...on }),
  z.strictObject({ type: z.literal('feePaid'), ...on }),
  /** 答复: the day on which it was posted or signed for */
  z.strictObject({ type: z.literal('answered'), ...on }),
  /** 重新答复 after the answer was set right; `until`: the term that the decision sets, where it sets one */
  z.strictObject({ type: z.literal('reopened'), ...on, until: day.optional() }),
]);

export type RequestEvent = z.infer<typeof eventSchema>;
export type EventType = RequestEvent['type'];
export type EventOf<T extends EventType> = Extract<RequestEvent, { type: T }>;
export type Consulted = (typeof CONSULTED)[number];

/** The order of what happened on one day, whatever the order in which it was entered. */
const ORDER: readonly EventType[] = eventSchema.options.map((option) => option.shape.type.value);

/** Events in the order in which they happened; the same for every order in which they were entered. */
export const inOrder = (events: readonly RequestEvent[]): RequestEvent[] =>
  [...events].sort(
    (a, b) =>
      a.on.localeCompare(b.on) ||
      ORDER.indexOf(a.type) - ORDER.indexOf(b.type) ||
      JSON.stringify(a).localeCompare(JSON.stringify(b)),
  );

export const ofType = <T extends EventType>(events: readonly RequestEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

/** The answer that stands: each reopening takes one away, whatever was entered first on one day. */
export const answerIn = (events: readonly RequestEvent[]): EventOf<'answered'> | undefined => {
  const answers = ofType(inOrder(events), 'answered');
  return answers.length > ofType(events, 'reopened').length ? answers.at(-1) : undefined;
};
