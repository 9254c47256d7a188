import type { DeskButton } from './document';

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
