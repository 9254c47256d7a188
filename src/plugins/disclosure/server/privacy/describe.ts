import type { Core } from '@strapi/strapi';
import type { DeskFinding, DeskOverride } from '../desk/contract';
import type { RegisteredType } from '../domain/registry';
import { shanghaiInstant } from '../rules/dates';
import type { Values } from '../types';
import { isSure, withoutSeal } from './findings';
import { inspect } from './inspect';
import type { Override } from './override';

const SHOWN = 200;

/** What is found in a working copy as it is now, what blocks first; attachments as far as they have been read. */
export async function describeFindings(
  strapi: Core.Strapi,
  type: RegisteredType,
  draft: Values,
): Promise<DeskFinding[]> {
  const documentId = String(draft.documentId);
  const { findings } = await inspect({ strapi, type, documentId, draft, hasFiles: true });
  const sure = findings.filter(isSure);
  const others = findings.filter((finding) => !isSure(finding));
  return [...sure, ...others].slice(0, SHOWN).map(withoutSeal);
}

/** The reason that was given for publishing personal data, for those who see the working copy. */
export function describeOverride(draft: Values): DeskOverride | null {
  const override = draft.personalDataOverride as Override | null | undefined;
  if (!override) return null;
  const { reason, byName, at, confirmedByName, confirmedAt } = override;
  return {
    reason,
    by: byName,
    at: shanghaiInstant(new Date(at)),
    confirmedBy: confirmedByName,
    confirmedAt: confirmedAt && shanghaiInstant(new Date(confirmedAt)),
  };
}
