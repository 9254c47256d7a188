import { z } from 'zod';
import { isIsoDate } from '../../../../disclosure/server/rules/dates';

export const day = z.string('请填写日期').refine(isIsoDate, '日期请按“年-月-日”填写');

export const words = (label: string, most = 2_000) =>
  z.string(`请填写${label}`).trim().min(1, `请填写${label}`).max(most, `${label}最多${most}个字`);

/** What may be left empty. */
export const someWords = (label: string, most = 2_000) =>
  z
    .string(`请填写${label}`)
    .trim()
    .max(most, `${label}最多${most}个字`)
    .transform((text) => text || undefined)
    .optional();

/** What every verb may be told. */
export const told = {
  reason: z.string().trim().max(1_000, '理由最多1000个字').optional(),
  expectedVersion: z.int().optional(),
};
