import { z } from 'zod';
import { REPORTS_OF, TEXTS } from '../shared/sections';
import { figuresSchema } from '../type/report-type';

export const beginSchema = z.strictObject({
  year: z.int('请填写年度'),
  reportOf: z.enum(
    REPORTS_OF.map(({ value }) => value),
    '请选择报告主体',
  ),
});

export const saveSchema = z.strictObject({
  expectedVersion: z.int().optional(),
  texts: z
    .strictObject(Object.fromEntries(TEXTS.map(({ code }) => [code, z.string().optional()])))
    .optional(),
  figures: figuresSchema.optional(),
  departments: z.array(z.string().max(64)).min(1, '至少选择一个部门').max(500).nullable().optional(),
});

export const submitSchema = z.strictObject({
  expectedVersion: z.int().optional(),
  personalDataReason: z.string().trim().max(1_000).optional(),
});
