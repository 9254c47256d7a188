import { z } from 'zod';

const text = z.string();
const orNull = z.string().nullable();

/** What a status tells beside the answer in force: what is asked for, whom others asked, earlier answers, parts. */
export const followedSchema = {
  dueIsProvisional: z.boolean(),
  wanted: z.object({ name: orNull, docNo: orNull, description: orNull }).nullable(),
  consultations: z.array(
    z.object({ whom: text, sentOn: text, through: text, isOpen: z.boolean(), workingDays: z.int() }),
  ),
  earlierAnswers: z.array(z.object({ outcomeLabel: text, answeredOn: text, text: orNull, until: text })),
  parts: z.array(
    z.object({
      ...{ number: orNull, wanted: text, stateLabel: text, dueOn: orNull },
      ...{ outcomeLabel: orNull, answeredOn: orNull, isWaiting: z.boolean() },
    }),
  ),
};
