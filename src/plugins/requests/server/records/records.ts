import { z } from 'zod';
import { CHANNELS, codesOf } from '../../shared/choices';
import { FEE_BASES } from '../fees/fees';

const change = <T extends z.ZodType>(value: T) => z.strictObject({ from: value, to: value }).optional();

const fee = { basis: z.enum(FEE_BASES), yuan: z.int().min(0), explanation: z.string() };

/**
 * What people of the district propose, review and decide on a request. The clock does not depend on it: what the clock
 * is computed from are events.
 */
export const recordSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('feeProposed'), ...fee }),
  /** `charge`: false for 不收费 */
  z.strictObject({ type: z.literal('feeDecided'), ...fee, charge: z.boolean() }),
  z.strictObject({
    ...{ type: z.literal('receiptCorrected'), receivedOn: change(z.string()) },
    channel: change(z.enum(codesOf(CHANNELS))),
  }),
  z.strictObject({ type: z.literal('submitted') }),
  z.strictObject({ type: z.literal('legalReviewed'), passed: z.boolean() }),
  z.strictObject({ type: z.literal('secrecyReviewed'), passed: z.boolean() }),
  z.strictObject({ type: z.literal('returned') }),
  z.strictObject({ type: z.literal('approved') }),
  z.strictObject({ type: z.literal('transferProposed'), department: z.string().optional() }),
  z.strictObject({ type: z.literal('transferDeclined') }),
  z.strictObject({ type: z.literal('assigned'), from: z.string(), to: z.string() }),
  z.strictObject({ type: z.literal('archived') }),
  z.strictObject({ type: z.literal('closed'), outcome: z.string() }),
  z.strictObject({ type: z.literal('withdrawalNoted') }),
  z.strictObject({ type: z.literal('thirdPartyInformed') }),
  z.strictObject({ type: z.literal('disputeFiled'), dispute: z.string() }),
  z.strictObject({ type: z.literal('disputeClosed'), dispute: z.string() }),
  z.strictObject({ type: z.literal('disputeCorrected'), dispute: z.string() }),
  /** the answer that is answered anew, with its day; its text is in the note */
  z.strictObject({ type: z.literal('answerSuperseded'), outcome: z.string(), answeredOn: z.string() }),
]);

export type RequestRecord = z.infer<typeof recordSchema>;
export type RecordType = RequestRecord['type'];
export type RecordOf<T extends RecordType> = Extract<RequestRecord, { type: T }>;

/** A record with who made it, and on which day. */
export type Recorded = RequestRecord & {
  on: string;
  byPerson: string;
  byName: string;
  note: string | null;
  recordedAt: Date;
};

/** The last record of one of these types. */
export const lastOf = <T extends RecordType>(
  records: readonly Recorded[],
  ...types: T[]
): (Recorded & RecordOf<T>) | undefined =>
  records.findLast((record): record is Recorded & RecordOf<T> => types.includes(record.type as T));

/** What was recorded after the last record of a type; all where there is none. */
export const since = (records: readonly Recorded[], type: RecordType): readonly Recorded[] =>
  records.slice(records.findLastIndex((record) => record.type === type) + 1);
