import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import type { CountedDispute } from './dispute-table';
import type { CountedRequest } from './request-table';

type Reader = Transaction | Core.Strapi['db']['connection'];

/**
 * The requests that the tables of a year may count: one row a request, its parts after a split each for themselves.
 * What was never registered has no day of receipt, and counts nowhere; an application to correct a record (条例第四十一条) is none
 * of its lines. What was answered anew counts by its first answer: that year has been reported with it.
 */
export async function loadCountedRequests(
  knex: Reader,
  owners: readonly string[],
  year: number,
): Promise<CountedRequest[]> {
  const { rows } = await knex.raw(
    `select id, applicant_kind as applicant, received_on::text as "receivedOn",
            coalesce(first_answered_on, answered_on)::text as "answeredOn", coalesce(first_outcome, outcome) as outcome
       from information_requests
      where kind = 'information' and owner = any(?) and received_on <= ?::date
        and (coalesce(first_answered_on, answered_on) is null or coalesce(first_answered_on, answered_on) >= ?::date)
      order by number, id`,
    [[...owners], `${year}-12-31`, `${year}-01-01`],
  );
  return rows as CountedRequest[];
}

/** The disputes about answers of some departments that the table of a year may count. */
export async function loadCountedDisputes(
  knex: Reader,
  owners: readonly string[],
  year: number,
): Promise<CountedDispute[]> {
  const { rows } = await knex.raw(
    `select d.id::text, d.kind, d.filed_on::text as "filedOn", d.closed_on::text as "closedOn", d.result,
            d.is_co_defendant as "isCoDefendant"
       from information_request_disputes d join information_requests r on r.id = d.request_id
      where r.owner = any(?) and d.filed_on <= ?::date and (d.closed_on is null or d.closed_on >= ?::date)
      order by d.id`,
    [[...owners], `${year}-12-31`, `${year}-01-01`],
  );
  return rows as CountedDispute[];
}
