import { z } from 'zod';
import { codesOf, SERVICE_METHODS } from '../../shared/choices';

export const optionalWords = (label: string, most: number) =>
  z.string().trim().max(most, `${label}最多${most}个字`).optional();

/** What else is written down of it. */
export const recordFields = {
  tracking: optionalWords('邮件号', 60),
  how: optionalWords('送达情况', 200),
};

/** How a notice has reached whom it was for. No text that was checked prescribes more than the day. */
export const serviceFields = {
  method: z.enum(codesOf(SERVICE_METHODS), '请选择送达方式').optional(),
  receivedBy: optionalWords('签收人', 100),
  /** 留置送达: why it was not taken, and who has seen it */
  refusal: optionalWords('拒收情况', 500),
};
