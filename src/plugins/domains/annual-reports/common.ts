import type { DocumentUid } from '../../disclosure/server/types';
import type { ReportOf } from './shared/sections';

export const SLUG = 'annual-reports';
export const REPORT = `plugin::${SLUG}.report` as DocumentUid;
export const KIND = 'annual-report';

/** Rows of the catalogue: reports from before this product, of departments, of the district. */
export const ROWS = { earlier: 'L06-01', department: 'L06-02', district: 'L06-03' } as const;

export const FIRST_YEAR = 2008;

/** The last day for publishing (条例第四十九条: departments by 31 January, the government's by 31 March). */
export const dueOnOf = (reportOf: ReportOf, year: number): string =>
  `${year + 1}-${reportOf === 'district' ? '03-31' : '01-31'}`;
