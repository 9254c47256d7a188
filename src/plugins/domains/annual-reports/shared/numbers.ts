import type { DisputeNumbers } from '../../../requests/server/annual-report/checks';
import type { RequestNumbers } from '../../../requests/server/annual-report/request-table';
import type { FigureCode } from './figures';

/** 规章 and 行政规范性文件 of the second table. */
export const DOCUMENT_LINES = [
  { code: 'rules', label: '规章' },
  { code: 'normative', label: '行政规范性文件' },
] as const;
export const DOCUMENT_COLUMNS = [
  { code: 'made', label: '本年制发件数' },
  { code: 'repealed', label: '本年废止件数' },
  { code: 'inForce', label: '现行有效件数' },
] as const;
export type DocumentLine = (typeof DOCUMENT_LINES)[number]['code'];
export type DocumentColumn = (typeof DOCUMENT_COLUMNS)[number]['code'];
export type DocumentNumbers = Record<DocumentLine, Record<DocumentColumn, number>>;

/** What the report of the year before carried forward. */
export type Before = {
  /** a report in the product, what was entered for the first year, or nothing */
  from: 'report' | 'entered' | 'none';
  carriedForward: Record<string, number>;
};

/** Everything that the three tables of a report say. */
export type Numbers = {
  documents: DocumentNumbers;
  figures: Record<FigureCode, number | null>;
  requests: RequestNumbers;
  disputes: DisputeNumbers;
  /** 信息处理费 of the year, in yuan (第六部分) */
  feeYuan: number;
  before: Before;
  /** the departments that are counted */
  departments: string[];
};
