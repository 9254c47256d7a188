import type { Core } from '@strapi/strapi';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

const network = z.string().refine((value) => ipaddr.isValidCIDR(value), '须为网段,如 10.20.0.0/16');

/** Settings of an installation (`plugins.exchange.config`); no rule prescribes them. */
export const settingsSchema = z.strictObject({
  /** private networks into which webhooks may be sent, also without TLS: the government's intranet */
  privateNetworks: z.array(network).max(50).default([]),
  /** days for which an entry that a target does not take is tried again */
  retryDays: z.number().min(0.001).max(30).default(3),
  /** days after which a target that takes nothing at all is paused */
  pauseAfterDays: z.number().min(0.001).max(60).default(5),
  /** milliseconds that a target has for its answer */
  timeoutMs: z.int().min(100).max(60_000).default(15_000),
  /** days for which deliveries are listed */
  keepDays: z.int().min(1).max(3660).default(30),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsOf = (strapi: Core.Strapi): Settings =>
  settingsSchema.parse(strapi.config.get('plugin::exchange', {}) ?? {});
