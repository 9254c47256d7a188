import type { Fields } from '../../disclosure/server/domain/field';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import { DisclosureError } from '../../disclosure/server/errors';
import type { Issue } from '../../disclosure/server/gate/completeness';
import { loadCalendar } from '../../disclosure/server/reference-data/due-dates';
import { todayInShanghai } from '../../disclosure/server/rules/dates';
import type { Values } from '../../disclosure/server/types';
import { text } from '../common';
import { type Settings, settingsOf } from '../settings';
import { describeDrafts, findReady, hasLiveInterpretation } from './find-interpretations';
import { isLate, mayFollow, missingInterpretation, PLANS } from './plan';

/** The fields of a type whose documents are published with their interpretation; a type with them can be interpreted. */
export const INTERPRETATION_FIELDS: Fields = {
  interpretationPlan: {
    label: '解读安排',
    type: 'choice',
    choices: PLANS,
    default: 'together',
    requiredToSubmit: true,
    hint: '行政规范性文件须与解读同步发布',
  },
  interpretationReason: {
    label: '不作解读的理由',
    type: 'text',
    maxLength: 500,
    showWhen: { '==': [{ var: 'interpretationPlan' }, 'exempt'] },
    hint: '随文件公开',
  },
  interpretationDueOn: { label: '解读期限', type: 'date', managed: true },
  interpretationLate: {
    label: '未按期解读',
    type: 'choice',
    choices: [{ value: 'late', label: '未按期解读' }],
    managed: true,
  },
};

const MUST_NOT_FOLLOW =
  '该类文件须与解读同步发布：请在“解读安排”选择“与文件同步发布”，或者选择“不作解读”并说明理由';

/** @throws DisclosureError INVALID_INPUT where the interpretation must not follow later */
export function preparePlan(
  { interpretationPlan, catalogueItem }: Values,
  { interpretation }: Settings,
): Values {
  if (interpretationPlan !== 'follow' || mayFollow(catalogueItem, interpretation.together)) return {};
  throw new DisclosureError('INVALID_INPUT', MUST_NOT_FOLLOW);
}

/** What is missing in what a document says of its interpretation. */
export const planIssues = ({ interpretationPlan, interpretationReason }: Values): Issue[] =>
  interpretationPlan === 'exempt' && !text(interpretationReason)?.trim()
    ? [{ field: 'interpretationReason', message: '请填写“不作解读的理由”' }]
    : [];

/**
 * The interpretation gate, for every type with `INTERPRETATION_FIELDS`: its documents become public together
 * with their interpretations, whichever verb makes them public, or say why there is none.
 */
export const interpreted: Pick<TypeManifest, 'release' | 'atPublication' | 'presentDetail'> = {
  release: {
    async issues(document, reading) {
      const [hasLive, drafts] = await Promise.all([
        hasLiveInterpretation(document, reading),
        describeDrafts(document, reading),
      ]);
      const { interpretationPlan: plan, catalogueItem } = document;
      // the setting may have become stricter since it was saved
      const { together } = settingsOf(reading.strapi).interpretation;
      if (plan === 'follow' && !hasLive && !mayFollow(catalogueItem, together))
        return [{ field: 'interpretationPlan', message: MUST_NOT_FOLLOW }];
      const missing = missingInterpretation(plan, hasLive, drafts);
      return missing ? [{ field: 'interpretationPlan', message: missing }] : [];
    },
    companions: findReady,
  },

  /** What may be interpreted later gets its last day when it first becomes public, and keeps it; a copy gets its own. */
  async atPublication({ strapi, draft, subject, now }) {
    if (draft.interpretationPlan !== 'follow') return { interpretationDueOn: null };
    if (subject.everPublic && draft.interpretationDueOn) return {};
    const calendar = await loadCalendar(strapi);
    const days = settingsOf(strapi).interpretation.followWithin;
    return { interpretationDueOn: calendar.addWorkingDays(todayInShanghai(now), days) };
  },

  presentDetail(publication, on) {
    const attributes = publication.attributes as Values;
    const interpretations = (publication.interpretations as unknown[]).length;
    if (!isLate(attributes.interpretationDueOn, interpretations, on)) return publication;
    return { ...publication, attributes: { ...attributes, interpretationLate: 'late' } };
  },
};
