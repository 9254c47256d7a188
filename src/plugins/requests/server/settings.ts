import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RequestKind } from '../shared/kinds';
import { type ClockSettings, clockSettingsSchema } from './clock/settings';
import { documentSettingsSchema } from './documents/settings';
import { clamdSettingsSchema, fileSettingsSchema } from './files/settings';

const organ = (what: string) => z.string().trim().min(1).max(100).describe(what);

/** What a district sets for itself. No number here is prescribed by a text that was checked. */
export const settingsSchema = z.strictObject({
  clock: clockSettingsSchema.prefault({}),
  /** working days for the answer to an application to correct a record: 条例第四十一条 sets none */
  correctionWithin: z.int().min(1).max(60).default(20),
  documents: documentSettingsSchema.prefault({}),
  /** named in the remedies of an answer (行政复议法第二十四条: the people's government of the same level) */
  reconsideration: organ('行政复议机关').default('区人民政府'),
  court: organ('有管辖权的人民法院').default('有管辖权的人民法院'),
  /** days for which an applicant's data are kept after the request has ended */
  keepDays: z.int().min(30).max(36_500).default(1_095),
  /** applications an hour from one address of the network */
  applicationsPerHour: z.int().min(1).max(1_000).default(20),
  /** questions for a status in ten minutes from one address, and wrong answers for one code in an hour */
  statusPerTenMinutes: z.int().min(1).max(1_000).default(30),
  wrongPerHour: z.int().min(1).max(100).default(10),
  files: fileSettingsSchema.prefault({}),
  clamd: clamdSettingsSchema.prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;

export const settingsOf = (strapi: Core.Strapi): Settings =>
  settingsSchema.parse(strapi.config.get('plugin::requests', {}));

/** What the clock of a kind of application goes by. */
export function clockSettingsOf(strapi: Core.Strapi, kind: RequestKind): ClockSettings {
  const { clock, correctionWithin } = settingsOf(strapi);
  return kind === 'correction' ? { ...clock, answerWithin: correctionWithin } : clock;
}
