/**
 * What the panel's import page and the server say to each other. Types only, and no imports: the panel's
 * build must not depend on the server's code.
 */

export type ImportCell = string | number | null;

export type ImportField = { name: string; label: string; required: boolean; hint: string | null };
export type ImportMapping = {
  columns: Record<string, string>;
  constants: Record<string, string | number>;
  id?: string | undefined;
  sheet?: string | undefined;
};
export type ImportType = { uid: string; name: string };
export type ImportTarget = 'draft' | 'submitted' | 'published';

export type ImportJob = {
  id: string;
  typeName: string;
  fileName: string;
  source: string;
  target: ImportTarget;
  /** `resumable`: interrupted, may be gone on with */
  state: 'ready' | 'running' | 'resumable' | 'done';
  stateName: string;
  total: number | null;
  counts: { key: string; name: string; count: number }[];
  message: string | null;
  createdAt: string;
};

/** What was found in an uploaded file, and how its columns may be read. */
export type ImportPreview = {
  job: ImportJob;
  headers: readonly string[];
  notes: readonly string[];
  rows: ImportCell[][];
  fields: ImportField[];
  mapping: ImportMapping;
};
