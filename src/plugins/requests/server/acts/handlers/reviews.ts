import type { REVIEW_VERBS } from '../../workflow/topics/reviews';
import type { HandlersOf } from '../handlers';

type Opinion = { result: 'passed' | 'returned'; opinion: string };

/** An opinion that returns the draft sends it back at once. */
const reviewed =
  (type: 'legalReviewed' | 'secrecyReviewed') =>
  ({ result, opinion }: Opinion) => ({
    record: { type, passed: result === 'passed' },
    note: opinion,
    details: { result },
    ...(result === 'returned' ? { to: 'handling' as const } : {}),
  });

export const REVIEW_HANDLERS: HandlersOf<keyof typeof REVIEW_VERBS> = {
  legalReview: reviewed('legalReviewed'),
  secrecyReview: reviewed('secrecyReviewed'),
};
