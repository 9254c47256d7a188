import type { RequestRow } from '../store/rows';

/**
 * Whether an answer has gone out that stands. What the applicant has withdrawn has none, also when it is archived: what was
 * drafted for it is nobody's but the desk's.
 */
export const isAnswered = ({
  state,
  answeredOn,
  withdrawnOn,
}: Pick<RequestRow, 'state' | 'answeredOn' | 'withdrawnOn'>): boolean =>
  (state === 'sent' || state === 'served' || state === 'archived') &&
  answeredOn !== null &&
  withdrawnOn === null;
