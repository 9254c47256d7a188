import { z } from 'zod';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';

const words = (label: string, max: number) =>
  z
    .string(`请填写${label}`)
    .trim()
    .min(1, `请填写${label}`)
    .max(max, `${label}不能超过${max}个字`)
    .refine((value) => !value.includes('\0'), `${label}中有无法保存的空字符`);
const quota = (label: string, max: number) =>
  z
    .int(`${label}须为1至${max}的整数`)
    .min(1, `${label}须为1至${max}的整数`)
    .max(max, `${label}须为1至${max}的整数`);

/** What the office enters of a consumer. */
export const consumerSchema = z.strictObject({
  name: words('名称', 100),
  contact: words('联系方式', 200),
  purpose: words('用途', 500),
  perDay: quota('每日次数', 100_000_000),
  perMinute: quota('每分钟次数', 1_000_000),
  expiresOn: z.iso
    .date({ error: '有效期至须为日期，格式如 2027-12-31' })
    .refine((value) => value >= todayInShanghai(), '有效期至不能早于今天')
    .nullable()
    .default(null),
});
export type ConsumerInput = z.infer<typeof consumerSchema>;

export const reasonSchema = z.strictObject({ reason: words('理由', 500) });

export const usageQuerySchema = z.strictObject({
  days: z
    .string()
    .regex(/^([1-9]|[1-8]\d|9[0-3])$/, 'days 须为1至93的整数')
    .transform(Number)
    .default(14),
});
