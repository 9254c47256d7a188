import { z } from 'zod';
import { codesOf, DELIVERIES } from '../../shared/choices';

export const optionalWords = (label: string, most: number) =>
  z.string().trim().max(most, `${label}最多${most}个字`).optional();

/** How a notice has reached whom it was for. No text that was checked prescribes more than the day. */
export const serviceFields = {
  method: z.enum(codesOf(DELIVERIES), '请选择送达方式').optional(),
  receivedBy: optionalWords('签收人', 100),
  /** 留置送达: why it was not taken, and who has seen it */
  refusal: optionalWords('拒收情况', 500),
};
