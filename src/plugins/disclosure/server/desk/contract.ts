/**
 * What the panel and the server say to each other. Types only, and no imports: the panel's build must
 * not depend on the server's code.
 */

export type ChoiceOption = { value: string; label: string; group?: string };

/** A button: whether it is on and, where it is off, why. */
export type DeskButton<Verb extends string = string> = {
  verb: Verb;
  label: string;
  allowed: boolean;
  why: string | null;
  reason: 'required' | 'optional' | 'none';
};

export type DeskIssue = { field: string; message: string };

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

export type DeskState = 'draft' | 'submitted' | 'returned' | 'approved' | 'published' | 'withdrawn';

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
  due: DeskDue;
  issues: DeskIssue[];
  buttons: DeskButton<Verb>[];
  history: DeskHistoryEntry[];
  editions: DeskEdition[];
  publicUrl: string | null;
};

/** The signed-in person as the panel needs to know her; a super administrator has no department. */
export type DeskPerson = {
  name: string;
  department: string | null;
  departmentName: string | null;
  duties: { code: string; name: string }[];
};

/** A kind of information: whether its menu entry and its button “新建” are for this person. */
export type DeskType = { uid: string; name: string; open: boolean; mayCreate: boolean };

/** A document that waits for the person, or whose time is running out. */
export type WorkItem = {
  uid: string;
  documentId: string;
  title: string | null;
  state: DeskState;
  stateName: string;
  ownerName: string;
  dueOn: string | null;
  updatedAt: string;
};

export type WorkGroupKey = 'overdue' | 'soon' | 'returned' | 'review' | 'ratify' | 'publish' | 'draft';
export type WorkGroup = { key: WorkGroupKey; label: string; hint: string; total: number; items: WorkItem[] };

/** The home page. */
export type Worklist = { today: string; person: DeskPerson; types: DeskType[]; groups: WorkGroup[] };

/** What a column of a roster holds; `omit`: the column of the file is left out. */
export type DeskColumnKind =
  | 'text'
  | 'amount'
  | 'date'
  | 'person-name'
  | 'identity-number'
  | 'bank-card'
  | 'phone'
  | 'address'
  | 'village';
export type DeskColumn = { key: string; label: string; kind: DeskColumnKind; sortable: boolean };
export type DeskCell = string | number | null;

/** The roster of a working copy: its first rows, masked as they are stored. */
export type DeskRoster = { id: string; columns: DeskColumn[]; rowCount: number; rows: DeskCell[][] };

/** A cell that must be mended, or looked at, before the list may be public. */
export type DeskRowIssue = { row: number; column: string; message: string };

/** How a chosen file would be read: its first rows, masked as they would be stored. */
export type DeskRosterPreview = {
  headers: string[];
  columns: DeskColumn[];
  rows: DeskCell[][];
  issues: DeskRowIssue[];
  warnings: DeskRowIssue[];
  notes: string[];
};

/** What an upload leaves. */
export type DeskUploaded = {
  rosterId: string;
  columns: DeskColumn[];
  rowCount: number;
  version: number;
  warnings: DeskRowIssue[];
  notes: string[];
};
