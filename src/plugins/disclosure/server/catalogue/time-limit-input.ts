import { z } from 'zod';

const MAX_RULES = 12;
/** Ten years: no time limit of a catalogue comes near it. */
const MAX_DAYS = 3650;

const word = (label: string) =>
  z
    .string(`${label}须为文字`)
    .trim()
    .min(1, `${label}不能为空`)
    .max(100, `${label}不能超过100个字`)
    .refine((value) => !value.includes('\0'), `${label}中有无法保存的空字符`);
const days = z
  .int('时限规则的天数 days 须为整数')
  .min(1, '时限规则的天数 days 至少为1')
  .max(MAX_DAYS, `时限规则的天数 days 不能超过${MAX_DAYS}`);
const dayUnit = z.enum(
  ['working', 'calendar'],
  '时限规则的单位 unit 只能是 working（工作日）或 calendar（自然日）',
);
const periodUnit = z.enum(
  ['working_days', 'day', 'days', 'week', 'weeks', 'month', 'months', 'quarter', 'quarters', 'year', 'years'],
  '更新周期的单位 unit 只能是 working_days、day、week、month、quarter、year',
);
const every = z
  .int('更新周期 every 须为整数')
  .min(1, '更新周期 every 至少为1')
  .max(366, '更新周期 every 不能超过366');

const common = {
  applies_to: z
    .union([word('适用范围 applies_to'), z.array(word('适用范围 applies_to')).min(1).max(20)])
    .optional(),
  channel: word('渠道 channel').optional(),
};
const from = word('起算事件 from');
const event = word('相关事件 event');

const plain = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind), ...common });
const counted = <K extends string>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), days, from, ...common });

/** A time-limit rule as the office may enter it: each kind with what it needs, and nothing that it ignores. */
export const timeLimitRuleSchema = z.discriminatedUnion(
  'kind',
  [
    counted('working_days'),
    counted('calendar_days'),
    plain('realtime'),
    plain('promptly'),
    plain('immediate'),
    plain('long_term'),
    plain('annual'),
    z.strictObject({ kind: z.literal('periodic'), every: every.optional(), unit: periodUnit, ...common }),
    z.strictObject({ kind: z.literal('min_publicity_period'), days, unit: dayUnit, ...common }),
    z.strictObject({
      kind: z.literal('before_event'),
      event,
      days: days.optional(),
      unit: dayUnit.optional(),
      ...common,
    }),
    z.strictObject({ kind: z.literal('at_event'), event, ...common }),
    z.strictObject({ kind: z.literal('with_event'), event, ...common }),
  ],
  { error: '时限规则的类型 kind 无法识别' },
);

export const timeLimitRulesSchema = z
  .array(timeLimitRuleSchema, '时限规则须为列表')
  .max(MAX_RULES, `时限规则不能超过${MAX_RULES}条`);
