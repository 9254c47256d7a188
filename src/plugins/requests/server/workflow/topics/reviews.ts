import { refuse } from '../../../../disclosure/server/errors';
import { type Recorded, since } from '../../records/records';
import type { ProgressCheck } from '../progress';
import { type By, reviewer, type VerbRow } from '../verb-row';

const step = (label: string, by: By): VerbRow => ({
  ...{ label, from: ['reviewing'], to: null, by, duties: reviewer, second: true },
});

/**
 * 法律顾问审查 and 保密审查 stand between the draft and its approval. Each is by a reviewer who has not written the answer; the
 * office may help with an opinion, the department alone decides. One reviewer may do all three: a department of two
 * people, one who writes and one who reviews, can answer.
 */
export const REVIEW_VERBS = {
  legalReview: step('法律顾问审查', 'either'),
  secrecyReview: step('保密审查', 'either'),
} as const satisfies Record<string, VerbRow>;

const REVIEWS = [
  { type: 'legalReviewed', label: '法律顾问审查' },
  { type: 'secrecyReviewed', label: '保密审查' },
] as const;

/** Reviews that the answer in its present form does not have: it is changed before it is submitted, never afterwards. */
export const missingReviews = (records: readonly Recorded[]): string[] => {
  const now = since(records, 'submitted');
  return REVIEWS.filter(({ type }) => !now.some((record) => record.type === type && record.passed)).map(
    ({ label }) => label,
  );
};

export const REVIEW_CHECKS = {
  submit: (_actor, { missing }) =>
    missing.length > 0 ? refuse('INVALID_CONTENT', missing.join('；'), { missing: [...missing] }) : null,
  approve: (_actor, { records }) => {
    const missing = missingReviews(records);
    return missing.length > 0
      ? refuse('INVALID_TRANSITION', `还没有通过${missing.join('、')}，不能审核通过`, { missing })
      : null;
  },
} satisfies Record<string, ProgressCheck>;
