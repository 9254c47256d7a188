import { toError } from '../errors';
import type { VerbContext } from '../verbs/verb';
import { FileTextsMissing } from './files/file-texts-missing';
import type { Finding } from './findings';
import { inspect } from './inspect';
import {
  type Override,
  overrideAtApproval,
  overrideAtSubmission,
  refuseFindings,
  unconfirmed,
} from './override';
import { privacySettings } from './settings';

/** What a verb writes into the working copy, and tells the audit log. */
export type PersonalDataReview = {
  values: { personalDataOverride: Override | null };
  details: Record<string, unknown>;
};

/** What is found in the document of a verb, its attachments included. */
async function findingsOf(context: VerbContext): Promise<Finding[]> {
  const documentId = String(context.subject.documentId);
  const { findings, unread } = await inspect({ ...context, documentId });
  if (unread.length > 0) throw new FileTextsMissing(unread);
  return findings;
}

const overrideOf = ({ draft }: VerbContext): Override | null =>
  (draft.personalDataOverride as Override | null | undefined) ?? null;

/** Kinds, counts and reason for the audit log; nothing from which a value could be worked out. */
const audited = (override: Override | null): Record<string, unknown> =>
  override
    ? {
        personalData: { reason: override.reason, counts: override.counts, confirmedBy: override.confirmedBy },
      }
    : {};

/**
 * For every verb that makes a document public: sure finds block, except exactly those that a second
 * person has confirmed at the approval.
 *
 * @throws DisclosureError PERSONAL_DATA_FOUND
 */
export async function assertNoPersonalData(context: VerbContext): Promise<void> {
  const open = unconfirmed(await findingsOf(context), overrideOf(context));
  if (open.length > 0)
    throw toError(
      refuseFindings(open, '未经另一位审核人员核对确认，不能公开；请先遮盖（待审核、待发布的请先退回）'),
    );
}

/**
 * At the submission: sure finds block unless a reason is given.
 *
 * @throws DisclosureError PERSONAL_DATA_FOUND
 */
export async function reviewAtSubmission(context: VerbContext): Promise<PersonalDataReview> {
  const { actor, now, input, strapi } = context;
  const { reasonLength } = privacySettings(strapi);
  const result = overrideAtSubmission(await findingsOf(context), input.personalDataReason, {
    actor,
    now,
    reasonLength,
  });
  return settle(result);
}

/**
 * At the approval: what was submitted with a reason must be confirmed, by another person than gave it.
 *
 * @throws DisclosureError PERSONAL_DATA_FOUND, NEEDS_SECOND_REVIEWER
 */
export async function reviewAtApproval(context: VerbContext): Promise<PersonalDataReview> {
  const { actor, now, input } = context;
  const result = overrideAtApproval(await findingsOf(context), overrideOf(context), {
    actor,
    now,
    confirmed: input.confirmPersonalData === true,
  });
  return settle(result);
}

function settle(result: ReturnType<typeof overrideAtSubmission>): PersonalDataReview {
  if ('refusal' in result) throw toError(result.refusal);
  return { values: { personalDataOverride: result.override }, details: audited(result.override) };
}
