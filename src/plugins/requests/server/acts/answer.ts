import { z } from 'zod';
import { outcomeOf } from '../../shared/outcomes';

const text = (label: string, most: number) =>
  z.string(`请填写${label}`).trim().max(most, `${label}最多${most}个字`);

/** The answer in the making; it may be incomplete until it is submitted. */
export const answerSchema = z.strictObject({
  outcome: z.string('请选择办理结果').refine((code) => outcomeOf(code), '请从列表中选择办理结果'),
  text: text('答复内容', 20_000).default(''),
  reasons: text('理由和依据', 5_000).default(''),
  /** public documents that answer it */
  publications: z.array(z.string().max(64)).max(20).default([]),
});

export type Answer = z.infer<typeof answerSchema>;

/** What is missing before an answer can be reviewed; empty: nothing. */
export function missingIn(answer: Answer | null): string[] {
  if (!answer) return ['还没有起草答复'];
  const outcome = outcomeOf(answer.outcome);
  return [
    answer.text ? null : '请填写答复内容',
    outcome?.needsReason && !answer.reasons ? `办理结果“${outcome.label}”须说明理由和依据` : null,
  ].filter((one): one is string => one !== null);
}
