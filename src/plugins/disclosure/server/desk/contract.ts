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
  /** off only for what is missing in the document: what is typed and saved now may mend it */
  mendable: boolean;
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

/** A text that a document has, or had: `current`, `edition-<no>` or `draft-<version>`. Instants are ISO 8601. */
export type DeskVersion = {
  key: string;
  kind: 'current' | 'edition' | 'draft';
  /** version of the working copy; null where it is not known any more */
  version: number | null;
  editionNo: number | null;
  title: string | null;
  at: string | null;
  by: string | null;
  /** what saved it and what became of it, e.g. 修改、提交审核、退回 */
  steps: string[];
  reason: string | null;
};
export type DeskVersions = { versions: DeskVersion[]; restore: DeskButton };

/** A field that a person enters, as a difference shows it. */
export type DeskVersionField = { name: string; label: string; type: string };

/** The entered values of a version, with words for the codes among them. */
export type DeskVersionContent = DeskVersion & {
  fields: DeskVersionField[];
  content: Record<string, unknown>;
  /** by field and code */
  names: Record<string, Record<string, string>>;
  /** current: why the person may not change it now */
  mayNotEdit: string | null;
};

/** Somebody else who is typing in the document. */
export type DeskPresence = { name: string; savedAt: string };

/** What the person typed and has not saved; `key` is the documentId, or names an entry that was never saved. */
export type DeskUnsaved = {
  key: string;
  savedAt: string;
  baseVersion: number | null;
  entered: Record<string, unknown>;
  /** words for the codes among them, by field and code */
  names: Record<string, Record<string, string>>;
};
export type DeskUnsavedEdits = {
  edits: DeskUnsaved[];
  fields: DeskVersionField[];
  others: DeskPresence[];
};
export type DeskAutosaved = { savedAt: string; others: DeskPresence[] };

/** A next step of a document and the people who can take it; nobody: `people` is empty. */
export type DeskNextStep = { verb: string; label: string; department: string; people: string[] };

/** Another document that this one names, or that names this one. */
export type DeskLink = {
  /** what it is to this one: a field's label */
  relation: string;
  direction: 'from' | 'to';
  uid: string;
  documentId: string;
  title: string;
  /** whether the person may open its working copy in the panel */
  mine: boolean;
};
export type DeskSurroundings = { next: DeskNextStep[]; links: DeskLink[]; moreLinks: boolean };

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

/** The signed-in person as the panel needs to know her; a super administrator has no department. */
export type DeskPerson = {
  name: string;
  department: string | null;
  departmentName: string | null;
  duties: { code: string; name: string }[];
};

/** A kind of information: whether its menu entry and its button “新建” are for this person. */
export type DeskType = {
  uid: string;
  /** of its domain */
  code: string;
  domain: string;
  name: string;
  open: boolean;
  mayCreate: boolean;
};

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

export type WorkGroupKey =
  | 'overdue'
  | 'soon'
  | 'returned'
  | 'review'
  | 'ratify'
  | 'publish'
  | 'scheduled'
  | 'draft'
  | 'underway';
export type WorkGroup = { key: WorkGroupKey; label: string; hint: string; total: number; items: WorkItem[] };

/** The home page. */
export type Worklist = {
  today: string;
  person: DeskPerson;
  types: DeskType[];
  /** the department whose work is told; null: what waits for the person, or of the whole district */
  department: { code: string; name: string } | null;
  groups: WorkGroup[];
};

/** All documents of a group, a page at a time. */
export type WorkPage = {
  group: WorkGroupKey;
  label: string;
  hint: string;
  total: number;
  page: number;
  pageSize: number;
  items: WorkItem[];
};

/** How a department stands, for those who look at the whole district. */
export type DeskDepartmentWork = {
  department: string;
  name: string;
  overdue: number;
  /** the oldest due date that has passed, and how many days ago */
  oldestDueOn: string | null;
  daysLate: number;
  soon: number;
  returned: number;
  review: number;
  publish: number;
  ratify: number;
  /** rows of the catalogue of which something is missing this year */
  missing: number;
};

/** What a department owes under a row, and the new entry that would answer it. */
export type DeskOwed = {
  code: string;
  title: string;
  domain: string;
  domainName: string;
  toBeConfirmed: boolean;
  timeLimit: string | null;
  missing: number;
  /** the earliest of what is missing: what it is, until when, and why */
  what: {
    title: string;
    dueOn: string | null;
    explanation: string;
    documentId: string | null;
    uid: string | null;
  };
  /** address of a new entry that is filled in already; null for those who enter nothing */
  create: { uid: string; code: string; period: string | null } | null;
};

export type DeskPublication = {
  documentId: string;
  uid: string;
  title: string;
  ownerName: string;
  publishedAt: string;
};

/** What the desk proposes for a new entry under a row; field by field. */
export type DeskPrefill = Record<string, string>;

/** A rule of a row's 公开时限, as catalogue.json carries it. */
export type DeskRule = { kind: string } & Record<string, unknown>;

/** A row of a standard catalogue on the page 标准目录. */
export type DeskCatalogueRow = {
  code: string;
  domain: string;
  level1: string | null;
  level2: string | null;
  contentElements: string[];
  legalBasis: string[];
  timeLimit: string | null;
  timeLimitRules: DeskRule[];
  publisher: string | null;
  channels: string[];
  note: string | null;
  toBeConfirmed: boolean;
  status: 'in-force' | 'merged' | 'split' | 'retired';
  statusName: string;
  successors: string[];
  predecessors: string[];
  until: string | null;
  departments: string[];
  departmentNames: string[];
  publications: number;
  /** the person's department is responsible for it */
  mine: boolean;
};

/** The page 标准目录 with the rows of one domain. */
export type DeskCatalogue = {
  domains: { slug: string; code: string; name: string }[];
  domain: string | null;
  rows: DeskCatalogueRow[];
  /** whether the person may confirm, correct, split, merge and retire */
  mayMaintain: boolean;
  /** the type in which an entry under a row of the person is made; null where she makes none */
  createUid: string | null;
};

/** An act of a row's history. */
export type DeskRowChange = {
  at: string;
  act: string;
  actName: string;
  reason: string;
  evidence: { title: string; docNo?: string | null; url?: string | null } | null;
  changes: { field: string; label: string; before: unknown; after: unknown }[];
  predecessors: string[];
  successors: string[];
};

export type DeskFigures = { due: number; inTime: number; late: number; missing: number };

export type DeskCoverageItem = {
  kind: 'publication' | 'sub-period' | 'standing' | 'draft';
  title: string;
  documentId: string | null;
  uid: string | null;
  dueOn: string | null;
  publishedOn: string | null;
  state: 'in-time' | 'late' | 'missing';
  explanation: string;
};

export type DeskCoverageRow = DeskFigures & {
  code: string;
  domain: string;
  title: string;
  toBeConfirmed: boolean;
  department: string;
  departmentName: string;
  timeLimit: string | null;
  noPublications: boolean;
  items: DeskCoverageItem[];
  explanation: string[];
};

/** The page 公开覆盖. */
export type DeskCoverage = {
  period: { code: string; name: string; from: string; to: string };
  totals: DeskFigures & { noPublications: number };
  domains: { domain: string; code: string; name: string; totals: DeskFigures & { noPublications: number } }[];
  rows: DeskCoverageRow[];
  /** the person's own department, where she looks at nothing else by right */
  department: string | null;
};

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
