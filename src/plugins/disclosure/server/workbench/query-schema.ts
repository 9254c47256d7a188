import { z } from 'zod';
import { code, wholeNumber } from '../read-model/query-schema';

export const workbenchQuerySchema = z.strictObject({ department: code('department').optional() });

export const workPageQuerySchema = z.strictObject({
  group: code('group'),
  department: code('department').optional(),
  page: wholeNumber('page', 1000, 1),
});

export const prefillQuerySchema = z.strictObject({
  period: z.string().max(40, 'period 过长').optional(),
});
