import type { CountedDisputeTold, CountedRequestTold } from '../../../requests/shared/counted';
import type { FigureCode, Figures } from './figures';
import type { Numbers } from './numbers';
import type { ReportOf, TextCode, Texts } from './sections';

/** A sum that does not come out: the cell, and what should be there. */
export type Failure = { table: TableCode; line: string; column: string; message: string };
export type TableCode = 'documents' | 'figures' | 'requests' | 'disputes' | 'texts';

/** A number that is another one today than in the report. */
export type Difference = { label: string; inReport: number; today: number };

/** Of the district's report: departments that have not handed theirs in, and cells in which theirs add up to another number. */
export type DepartmentsCompared = { notReported: string[]; differences: Difference[] };

/** A department, or the district, and how far its report of a year is. Days are `YYYY-MM-DD`. */
export type ReportItem = {
  reportOf: ReportOf;
  department: string;
  departmentName: string;
  dueOn: string;
  documentId: string | null;
  state: string | null;
  stateName: string;
  publishedOn: string | null;
  isLate: boolean;
  mayBegin: boolean;
};
export type ReportList = { year: number; today: string; items: ReportItem[] };

export type ReportButton = {
  verb: string;
  label: string;
  allowed: boolean;
  why: string | null;
  reason: 'required' | 'optional' | 'none';
};

export type ReportTold = {
  documentId: string;
  uid: string;
  title: string;
  year: number;
  reportOf: ReportOf;
  department: string;
  departmentName: string;
  state: string;
  stateName: string;
  version: number;
  dueOn: string;
  reviewComment: string | null;
  publicUrl: string | null;
  texts: Texts;
  figures: Figures;
  /** of the district's report: the departments that it counts; null: all */
  departments: string[] | null;
  choices: { code: string; name: string }[];
  numbers: Numbers;
  /** whether the numbers are counted now, or those of the day of the submission */
  isSnapshot: boolean;
  differences: Difference[];
  compared: DepartmentsCompared | null;
  failures: Failure[];
  proposals: { texts: Partial<Record<TextCode, string>>; figures: Partial<Record<FigureCode, number>> };
  buttons: ReportButton[];
  mayEdit: boolean;
};

/** The rows behind a cell. */
export type CellTold = {
  total: number;
  /** how the cell is counted */
  rule: string;
  requests: CountedRequestTold[];
  disputes: CountedDisputeTold[];
  publications: { documentId: string; title: string; docNo: string | null; day: string | null }[];
  reports: { department: string; value: number | null }[];
};
