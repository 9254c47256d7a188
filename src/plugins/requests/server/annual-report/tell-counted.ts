import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { APPLICANT_KINDS } from '../../shared/applicants';
import { labelIn } from '../../shared/choices';
import type { CountedDisputeTold, CountedRequestTold } from '../../shared/counted';
import { outcomeOf } from '../../shared/outcomes';
import { stateLabel } from '../../shared/states';
import { findRequests } from '../store/rows';

/** Rows that one cell shows; its number tells the rest. */
export const MOST_TOLD = 500;

/** The requests behind a number: nothing of what stands in them, so that nothing has to be opened. */
export async function tellRequests(
  strapi: Core.Strapi,
  ids: readonly string[],
): Promise<CountedRequestTold[]> {
  const rows = await findRequests(strapi.db.connection, ids.slice(0, MOST_TOLD));
  return Promise.all(
    rows.map(async ({ id, number, owner, applicantKind, state, receivedOn, dueOn, answeredOn, outcome }) => ({
      ...{ id, number, receivedOn, dueOn, answeredOn },
      ownerName: await nameOfDepartment(strapi, owner),
      applicantKindLabel: labelIn(APPLICANT_KINDS, applicantKind),
      stateLabel: stateLabel(state),
      outcomeLabel: outcome ? (outcomeOf(outcome)?.label ?? outcome) : null,
    })),
  );
}

/** The disputes behind a number, each with its request. */
export async function tellDisputes(
  strapi: Core.Strapi,
  ids: readonly string[],
): Promise<CountedDisputeTold[]> {
  const { rows } = await strapi.db.connection.raw(
    `select d.id::text, d.request_id as "requestId", r.number, r.owner, d.organ, d.case_no as "caseNo",
            d.filed_on::text as "filedOn", d.closed_on::text as "closedOn"
       from information_request_disputes d join information_requests r on r.id = d.request_id
      where d.id = any(?::bigint[]) order by d.id`,
    [ids.slice(0, MOST_TOLD)],
  );
  type Row = Omit<CountedDisputeTold, 'ownerName'> & { owner: string };
  return Promise.all(
    (rows as Row[]).map(async ({ owner, ...row }) => ({
      ...row,
      ownerName: await nameOfDepartment(strapi, owner),
    })),
  );
}
