export type ChoiceOption = {
  value: string;
  label: string;
  group?: string;
  /** values of other fields that follow from the choice: proposed where nothing is entered yet */
  implies?: Record<string, string>;
};

/** A button: whether it is on and, where it is off, why. */
export type DeskButton<Verb extends string = string> = {
  verb: Verb;
  label: string;
  allowed: boolean;
  why: string | null;
  /** off only for what is missing in the document: what is typed and saved now may mend it */
  mendable: boolean;
  /** off only until something else is ready to go public with it */
  waits: boolean;
  reason: 'required' | 'optional' | 'none';
};

export type DeskIssue = { field: string; message: string };

/** Personal data found in a document, masked; or an attachment whose text nobody could check. */
export type DeskFinding = {
  field: string;
  label: string;
  kind: 'identity-number' | 'bank-card' | 'phone' | 'email' | 'unchecked-file';
  kindName: string;
  /** sure: blocks */
  level: 'sure' | 'warn' | 'info';
  masked: string;
  context: string;
  position: { start: number; end: number } | null;
  file: string | null;
  place: string | null;
};

/** 说明理由后提交: who said why, and who confirmed it; `at` and `confirmedAt` are ISO 8601 instants. */
export type DeskOverride = {
  reason: string;
  by: string;
  at: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
};

/** One line of the explanation of a due date; dates are `YYYY-MM-DD`. */
export type DeskDueStep = {
  rule: string;
  article: string | null;
  startOn: string | null;
  dueOn: string | null;
  chosen: boolean;
  daysOff: string[];
};
export type DeskDue = { dueOn: string | null; steps: DeskDueStep[]; provisional: boolean };

/** One thing that was done, or refused; `at` is an ISO 8601 instant. */
export type DeskHistoryEntry = {
  at: string;
  verb: string;
  label: string;
  outcome: 'done' | 'refused';
  by: string | null;
  department: string | null;
  reason: string | null;
};

export type DeskEdition = { editionNo: number; title: string; publishedAt: string; reason: string | null };

/** 定时发布: the ISO 8601 instant; `failure`: why it could not be published then. */
export type DeskSchedule = { publishAt: string; failure: string | null };

export type DeskState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'withdrawn';

/** Everything the desk shows about one document. */
export type Desk<Verb extends string = string> = {
  documentId: string;
  uid: string;
  title: string | null;
  state: DeskState;
  stateName: string;
  live: boolean;
  version: number;
  owner: string | null;
  ownerName: string | null;
  indexNo: string | null;
  reviewComment: string | null;
  schedule: DeskSchedule | null;
  /** 公示截止日期: the day after it is taken down by itself */
  takeDownOn: string | null;
  due: DeskDue;
  issues: DeskIssue[];
  findings: DeskFinding[];
  personalDataOverride: DeskOverride | null;
  buttons: DeskButton<Verb>[];
  history: DeskHistoryEntry[];
  editions: DeskEdition[];
  publicUrl: string | null;
};

/** A step that may be taken with several documents at once. */
export type DeskBulkVerb = 'submit' | 'approve' | 'publish' | 'return';
/** One of several chosen documents: what the person may do with it, and why not. */
export type DeskBulkDocument = {
  documentId: string;
  title: string | null;
  version: number;
  stateName: string;
  verbs: { verb: DeskBulkVerb; label: string; allowed: boolean; why: string | null }[];
};
