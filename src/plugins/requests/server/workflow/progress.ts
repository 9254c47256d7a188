import type { Refusal } from '../../../disclosure/server/errors';
import type { Member } from '../../../disclosure/server/types';
import type { RequestKind } from '../../shared/kinds';
import type { Clock } from '../clock/clock';
import type { Lapse } from '../clock/lapse';
import type { Dispute } from '../disputes/disputes';
import type { Recorded } from '../records/records';
import { CLOSING_CHECKS } from './topics/closing';
import { DISPUTE_CHECKS } from './topics/disputes';
import { FEE_CHECKS } from './topics/fees';
import { RECEIPT_CHECKS } from './topics/receipt';
import { REVIEW_CHECKS } from './topics/reviews';
import { TRANSFER_CHECKS } from './topics/transfer';
import type { RequestVerb } from './verbs';

/** How far a request has come, beyond its state: what was proposed, reviewed, decided, and what its clock waits for. */
export type Progress = {
  kind: RequestKind;
  asksTransfer: boolean;
  records: readonly Recorded[];
  disputes: readonly Dispute[];
  isFeeNotified: boolean;
  /** what the answer lacks before it can be reviewed, as sentences */
  missing: readonly string[];
  /** who has let a term pass, so that the desk can go on */
  lapse: Lapse | null;
  /** how often it has been opened to be answered anew */
  reopened: number;
  /** null before its receipt is registered */
  clock: Pick<Clock, 'state' | 'applicantBy'> | null;
  today: string;
};

export type ProgressCheck = (actor: Member, progress: Progress) => Refusal | null;

const CHECKS: Partial<Record<RequestVerb, ProgressCheck>> = {
  ...FEE_CHECKS,
  ...RECEIPT_CHECKS,
  ...REVIEW_CHECKS,
  ...TRANSFER_CHECKS,
  ...DISPUTE_CHECKS,
  ...CLOSING_CHECKS,
};

/** Whether a request has come far enough for a verb, for this person: the button and the act ask the same. Null: it has. */
export const refusalByProgress = (verb: RequestVerb, actor: Member, progress: Progress): Refusal | null =>
  CHECKS[verb]?.(actor, progress) ?? null;
