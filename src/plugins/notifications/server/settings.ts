import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** Settings of an installation (`plugins.notifications.config`); no rule prescribes them. */
export const settingsSchema = z.strictObject({
  /** time of the daily digest on working days, in Shanghai */
  digestAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('08:30'),
  /** minutes for which mails “at once” are collected into one */
  bundleMinutes: z.number().min(0).max(120).default(5),
  /** working days before the due date */
  dueInWorkingDays: z.int().min(0).max(30).default(3),
  /** days after which notifications are removed */
  keepDays: z.int().min(7).max(3660).default(90),
  /** address of the panel as people reach it, for the links in mails */
  publicUrl: z.string().default(''),
});
export type Settings = z.infer<typeof settingsSchema>;

const known = new WeakMap<object, Settings>();

export function settingsOf(strapi: Core.Strapi): Settings {
  const found =
    known.get(strapi) ?? settingsSchema.parse(strapi.config.get('plugin::notifications', {}) ?? {});
  known.set(strapi, found);
  return found;
}
