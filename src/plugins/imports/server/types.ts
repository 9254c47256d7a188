import type { Cell } from '../../disclosure/server/tabular/table';

/** One row of a source: a row of a table, or a document of a folder (`name`: its path below the folder). */
export type SourceRow = {
  line: number;
  name: string | null;
  cells: Readonly<Record<string, Cell>>;
  /** what is wrong with the row before anything is made of it */
  problems: readonly string[];
};

/** A file or folder to import: what its columns are called, and its rows, which can be read again. */
export type Source = {
  kind: 'table' | 'folder';
  /** the name under which its rows are remembered */
  name: string;
  sheet: string | null;
  headers: readonly string[];
  notes: readonly string[];
  /** over the whole content: the same input is recognised */
  sha256: string;
  total: number;
  rows(): AsyncIterable<SourceRow>;
};

/** How far a row is brought. */
export const TARGETS = ['draft', 'submitted', 'published'] as const;
export type Target = (typeof TARGETS)[number];

export const OUTCOMES = ['created', 'unchanged', 'changed', 'duplicate', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type Counts = Record<Outcome, number>;

export const OUTCOME_NAMES: Record<Outcome, string> = {
  created: '已导入',
  unchanged: '已存在，未改动',
  changed: '源数据已变，已有信息未改动',
  duplicate: '重复，未导入',
  failed: '未导入',
};

export type RowResult = { outcome: Outcome; documentId: string | null; message: string | null };
