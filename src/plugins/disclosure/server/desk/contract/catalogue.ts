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
