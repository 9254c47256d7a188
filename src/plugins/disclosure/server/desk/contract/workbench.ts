import type { DeskState } from './document';

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

export type DeskLatest = { kind: 'document' | 'row'; what: string; dueOn: string; daysLate: number };

/** How a department stands, for those who look at the whole district. */
export type DeskDepartmentWork = {
  department: string;
  name: string;
  overdue: number;
  /** what is late for longest: a document past its date, or what the catalogue wants and nobody entered */
  latest: DeskLatest | null;
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
