import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** Days ahead for which a publication may be scheduled at most: a setting, no rule prescribes it. */
export const DEFAULT_SCHEDULE_MAX_DAYS = 180;

export const scheduleMaxDaysSchema = z.int().min(1).max(3660);

export const scheduleMaxDays = (strapi: Core.Strapi): number =>
  strapi.config.get('plugin::disclosure.scheduleMaxDays', DEFAULT_SCHEDULE_MAX_DAYS) as number;
