/** A request behind a number of a report or of the analysis. Days are `YYYY-MM-DD`. */
export type CountedRequestTold = {
  id: string;
  number: string | null;
  ownerName: string;
  applicantKindLabel: string;
  stateLabel: string;
  receivedOn: string | null;
  dueOn: string | null;
  answeredOn: string | null;
  outcomeLabel: string | null;
};

/** A dispute behind a number. */
export type CountedDisputeTold = {
  id: string;
  requestId: string;
  number: string | null;
  ownerName: string;
  organ: string;
  caseNo: string | null;
  filedOn: string;
  closedOn: string | null;
};
