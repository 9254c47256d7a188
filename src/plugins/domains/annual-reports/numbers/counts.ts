import type { Numbers } from '../shared/numbers';

/** What is counted: the three tables and the fees, without what is entered. */
export type Counts = Pick<Numbers, 'documents' | 'requests' | 'disputes' | 'feeYuan'>;

/** Any of the tables, by line and column. */
export type Table = Record<string, Record<string, number>>;
