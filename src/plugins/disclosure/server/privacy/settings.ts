import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const keep = (first: number, last: number) =>
  z.strictObject({ first: z.int().min(0).max(8), last: z.int().min(0).max(6) }).default({ first, last });

/**
 * What is looked for and how it is masked. No national rule prescribes the digits to hide (rules 9.2), so
 * they are settings: `plugins.disclosure.config.privacy`.
 */
export const privacySettingsSchema = z
  .strictObject({
    /** digits that stay visible: 110105********002X, 138****8000, 6217***********0122 */
    identityNumber: keep(6, 4),
    phone: keep(3, 4),
    bankCard: keep(4, 4),
    /** a number of 16 to 19 digits is taken for a card only when it begins like this */
    bankCardPrefixes: z.array(z.string().regex(/^\d{1,8}$/)).default(['35', '4', '5', '6', '9558']),
    /** e-mail addresses are named as well; offices publish theirs, so they never block */
    email: z.boolean().default(false),
    /** rosters: 张*, 欧阳** */
    maskNames: z.boolean().default(false),
    /** rosters: addresses only down to the village or community */
    maskAddresses: z.boolean().default(true),
    /** least length of the reason for submitting in spite of a find */
    reasonLength: z.int().min(1).max(500).default(10),
  })
  .prefault({});

export type PrivacySettings = z.infer<typeof privacySettingsSchema>;

export const DEFAULT_PRIVACY: PrivacySettings = privacySettingsSchema.parse({});

const known = new WeakMap<object, PrivacySettings>();

/** The settings of an installation. */
export function privacySettings(strapi: Core.Strapi): PrivacySettings {
  const settings =
    known.get(strapi) ?? privacySettingsSchema.parse(strapi.config.get('plugin::disclosure.privacy', {}));
  known.set(strapi, settings);
  return settings;
}
