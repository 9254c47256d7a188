import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** Settings of an installation (`plugins.subscriptions.config`); no rule prescribes them. */
export const settingsSchema = z.strictObject({
  /** days for which a confirmation may be answered; what is not confirmed then is deleted */
  confirmDays: z.int().min(1).max(30).default(3),
  /** confirmations to one address within a day */
  perAddress: z.int().min(1).max(100).default(3),
  /** subscriptions of one address */
  mostPerAddress: z.int().min(1).max(200).default(20),
  /** requests from one client within an hour */
  perClient: z.int().min(1).max(10_000).default(30),
  /** confirmations of the whole site within an hour */
  perHour: z.int().min(1).max(100_000).default(300),
  /** minutes for which mails “at once” are collected into one */
  bundleMinutes: z.number().min(0).max(120).default(5),
  /** time of the daily and the weekly (Monday) digest, in Shanghai */
  digestAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('08:30'),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsOf = (strapi: Core.Strapi): Settings =>
  settingsSchema.parse(strapi.config.get('plugin::subscriptions', {}) ?? {});
