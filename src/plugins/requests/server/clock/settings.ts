import { z } from 'zod';

const workingDays = z.int().min(1).max(60);

/** Terms in working days. Those with an article are the law's; the others are the district's to set. */
export const clockSettingsSchema = z.strictObject({
  /** 缴费期限: no text that was checked prescribes it for all districts */
  payWithin: workingDays.default(20),
  /** the queue shows a request red when so many working days are left or fewer, amber when so many */
  red: workingDays.default(2),
  amber: workingDays.default(5),
});

export type ClockSettings = z.infer<typeof clockSettingsSchema> & {
  /** working days for the answer where no article sets them: applications to correct a record (条例第四十一条) */
  answerWithin?: number;
};

/** 《政府信息公开条例》(国务院令第711号), in working days */
export const TERMS = {
  /** 第三十三条第二款 */
  answer: 20,
  /** 第三十三条第二款: 延长答复的期限最长不得超过 */
  extension: 20,
  /** 第三十条: 补正告知 */
  correctionNotice: 7,
  /** 第三十二条、第三十四条: an opinion on being asked */
  consultation: 15,
} as const;
