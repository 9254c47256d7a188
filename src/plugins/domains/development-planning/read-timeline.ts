import type { Core } from '@strapi/strapi';
import { liveOf } from '../../disclosure/server/read-model/live-of';
import { todayInShanghai } from '../../disclosure/server/rules/dates';
import { type PlanType, SLUG } from './plan';
import { buildTimeline } from './timeline';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The timeline of what is live now. */
export async function readTimeline(strapi: Core.Strapi) {
  const plans = await liveOf(strapi, { kind: 'plan', uid: `plugin::${SLUG}.plan` });
  return buildTimeline(
    plans.map(({ documentId, title, url, owner, ownerName, attributes }) => ({
      documentId,
      title,
      url,
      owner,
      ownerName,
      planLevel: String(attributes.planLevel),
      planType: attributes.planType as PlanType,
      periodFrom: Number(attributes.periodFrom),
      periodTo: Number(attributes.periodTo),
      approvedBy: text(attributes.approvedBy),
      adoptedOn: text(attributes.adoptedOn),
      predecessor: text(attributes.predecessor),
    })),
    todayInShanghai(),
  );
}
