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
