import type { Core } from '@strapi/strapi';
import {
  type DisputeTable,
  disputeNumbersOf,
  disputeTable,
} from '../../../requests/server/annual-report/dispute-table';
import { loadPayments, type Payment } from '../../../requests/server/annual-report/fee-income';
import {
  loadCountedDisputes,
  loadCountedRequests,
} from '../../../requests/server/annual-report/load-counted';
import {
  numbersOf,
  type RequestTable,
  requestTable,
} from '../../../requests/server/annual-report/request-table';
import type { Counts } from './counts';
import { type DocumentTable, documentNumbersOf, documentTable } from './document-table';
import { loadDocuments } from './load-documents';

/** The tables of some departments in a year, each cell with the rows that it counts. */
export type Counted = {
  documents: DocumentTable;
  requests: RequestTable;
  disputes: DisputeTable;
  payments: readonly Payment[];
};

export async function countFor(
  strapi: Core.Strapi,
  departments: readonly string[],
  year: number,
): Promise<Counted> {
  const knex = strapi.db.connection;
  const [documents, requests, disputes, payments] = await Promise.all([
    loadDocuments(knex, departments, year),
    loadCountedRequests(knex, departments, year),
    loadCountedDisputes(knex, departments, year),
    loadPayments(strapi, departments, year),
  ]);
  return {
    documents: documentTable(documents, year),
    requests: requestTable(requests, year),
    disputes: disputeTable(disputes, year),
    payments,
  };
}

/** What the tables say. */
export const numbersOfCounted = ({ documents, requests, disputes, payments }: Counted): Counts => ({
  documents: documentNumbersOf(documents),
  requests: numbersOf(requests),
  disputes: disputeNumbersOf(disputes),
  feeYuan: payments.reduce((sum, { yuan }) => sum + yuan, 0),
});
