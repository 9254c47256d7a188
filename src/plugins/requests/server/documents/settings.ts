import { z } from 'zod';
import { numberPatternSchema } from './number';

const words = (what: string, most: number) => z.string().trim().min(1).max(most).describe(what);

/** What no text that was checked lays down for notices. */
export const documentSettingsSchema = z.strictObject({
  /** 机关代字 by department, where the office has set none with the department's data; one without either is written with its name */
  organWords: z.record(z.string(), words('机关代字', 20)).default({}),
  numberPattern: numberPatternSchema,
  /** MB of files that go with an answer by e-mail; above, the mail says where they are downloaded */
  mailedFilesMb: z.int().min(0).max(50).default(15),
  /** how a fee is paid, as the notice tells */
  payment: words('缴纳方式', 500).default('请与承办机关联系，领取缴款通知后缴纳'),
});
