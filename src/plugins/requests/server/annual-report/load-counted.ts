import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import { ANSWERED_ON, COUNTED_BY, handledBy, RECEIVED_ON } from './counted-by';
import type { CountedDispute } from './dispute-table';
import type { CountedRequest } from './request-table';

type Reader = Transaction | Core.Strapi['db']['connection'];

/**
 * The requests that the tables of a year may count: one row a request, its parts after a split each for themselves.
 * What was never registered has no day of receipt, and counts nowhere; an application to correct a record (条例第四十一条) is none
 * of its lines. What was answered anew counts by its first answer: that year has been reported with it. Whose report counts
 * what changed departments, `counted-by.ts` says.
 */
export async function loadCountedRequests(
  knex: Reader,
  owners: readonly string[],
  year: number,
): Promise<CountedRequest[]> {
  const { rows } = await knex.raw(
    `select r.id, r.applicant_kind as applicant, ${RECEIVED_ON}::text as "receivedOn",
            ${ANSWERED_ON}::text as "answeredOn", coalesce(r.first_outcome, r.outcome) as outcome
       from information_requests r
      where r.kind = 'information' and r.received_on <= ?::date
        and (${ANSWERED_ON} is null or ${ANSWERED_ON} >= ?::date)
        and ${COUNTED_BY} = any(?)
      order by r.number, r.id`,
    [`${year}-12-31`, `${year}-01-01`, [...owners]],
  );
  return rows as CountedRequest[];
}

/** The disputes about answers of some departments that the table of a year may count: of who handled the request when it was disputed. */
export async function loadCountedDisputes(
  knex: Reader,
  owners: readonly string[],
  year: number,
): Promise<CountedDispute[]> {
  const { rows } = await knex.raw(
    `select d.id::text, d.kind, d.filed_on::text as "filedOn", d.closed_on::text as "closedOn", d.result,
            d.is_co_defendant as "isCoDefendant"
       from information_request_disputes d join information_requests r on r.id = d.request_id
      where d.filed_on <= ?::date and (d.closed_on is null or d.closed_on >= ?::date)
        and ${handledBy('d.filed_on')} = any(?)
      order by d.id`,
    [`${year}-12-31`, `${year}-01-01`, [...owners]],
  );
  return rows as CountedDispute[];
}
