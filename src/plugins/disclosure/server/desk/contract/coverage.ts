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
