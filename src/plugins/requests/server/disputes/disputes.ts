import type { DisputeKind, DisputeResult } from '../../shared/disputes';

/** A reconsideration or a suit about a request; days are `YYYY-MM-DD`. */
export type Dispute = {
  id: string;
  kind: DisputeKind;
  organ: string;
  caseNo: string | null;
  filedOn: string;
  closedOn: string | null;
  result: DisputeResult | null;
  isCoDefendant: boolean;
  note: string | null;
  byName: string;
};
