import type { Core } from '@strapi/strapi';
import { toError } from '../errors';
import type { VerbInput } from '../types';
import { findingsIn, isSure } from './findings';
import { refuseFindings } from './override';
import { privacySettings } from './settings';

const LABELS = { reason: '理由', comment: '意见', personalDataReason: '公开个人信息的理由' } as const;

/**
 * What is written beside a verb goes into the audit log, and the reason of a withdrawal is public: neither
 * is a place for numbers of a person.
 *
 * @throws DisclosureError PERSONAL_DATA_FOUND
 */
export function assertCleanInput(strapi: Core.Strapi, input: VerbInput): void {
  const settings = privacySettings(strapi);
  for (const [field, label] of Object.entries(LABELS)) {
    const text = input[field as keyof typeof LABELS];
    if (!text) continue;
    const sure = findingsIn({ field, label, text }, settings, () => '').filter(isSure);
    if (sure.length > 0) throw toError(refuseFindings(sure, '请删去后再办理'));
  }
}
