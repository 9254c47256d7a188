import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DUTIES } from '../../disclosure/server/types';

/** Who can be obliged to sign in with a second factor. */
const OBLIGED = ['administrator', ...DUTIES] as const;

/**
 * How accounts are guarded. The defaults are the numbers that assessors of 等级保护 usually ask for; no
 * text of law prescribes them, so that each is a district's own setting.
 */
export const accountSettingsSchema = z.strictObject({
  password: z
    .strictObject({
      /** characters; bcrypt looks at 72 bytes at most */
      minLength: z.int().min(8).max(64).default(10),
      /** of the four: capital letters, small letters, digits, other characters */
      classes: z.int().min(1).max(4).default(3),
      /** passwords before the present one that may not be used again */
      history: z.int().min(0).max(24).default(5),
      /** days after which a password is to be changed; null: never */
      maxAgeDays: z.int().min(1).max(3650).nullable().default(90),
    })
    .prefault({}),
  lock: z
    .strictObject({
      /** wrong attempts that lock an account */
      failures: z.int().min(3).max(20).default(5),
      minutes: z.int().min(1).max(1440).default(10),
    })
    .prefault({}),
  /** minutes without anything done after which a session of the panel ends */
  idleMinutes: z.int().min(5).max(480).default(30),
  secondFactor: z.strictObject({ requiredFor: z.array(z.enum(OBLIGED)).default([]) }).prefault({}),
});

export type AccountSettings = z.infer<typeof accountSettingsSchema>;
export type { PasswordPolicy } from './contract';
export type LockPolicy = AccountSettings['lock'];

/** The settings of this installation: `accounts.config` in config/plugins.ts. */
export const accountSettings = (strapi: Core.Strapi): AccountSettings =>
  accountSettingsSchema.parse(strapi.config.get('plugin::accounts', {}));
