import type { Key } from '../acts/applicant';
import { hidden } from './fields';

/** The applicant's code in a form that she sends on, and the part that she looks at. */
export const keyFields = ({ queryCode, idLast4, part }: Key): string =>
  hidden('queryCode', queryCode) + hidden('idLast4', idLast4) + (part ? hidden('part', part) : '');
