import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { ROWS } from './common';

const row = z.string().regex(/^[A-Z]\d{2}-\d{2,3}$/, '须为目录事项代码，如 L05-01');

/**
 * Settings of an installation (`plugins.policy.config`). None of these numbers is in a text of law that was
 * checked: they are what cities prescribe for themselves.
 */
export const settingsSchema = z.strictObject({
  interpretation: z
    .strictObject({
      /** 解读与文件同步发布: rows whose documents wait for their interpretation */
      together: z.array(row).default([ROWS.normative]),
      /** working days after the publication of a document whose interpretation may follow */
      followWithin: z.int().min(1).max(60).default(3),
    })
    .prefault({}),
  expiry: z
    .strictObject({
      /** 有效期N年的最后一天: the day before the anniversary, or the anniversary itself */
      lastDay: z.enum(['day-before', 'anniversary']).default('day-before'),
      /** 有效期届满前评估: months before the last day */
      evaluateMonthsBefore: z.int().min(1).max(36).default(6),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

const known = new WeakMap<object, Settings>();

export function settingsOf(strapi: Core.Strapi): Settings {
  const found = known.get(strapi) ?? settingsSchema.parse(strapi.config.get('plugin::policy', {}) ?? {});
  known.set(strapi, found);
  return found;
}
