import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import { openFor, sealFor } from '../store/keys';
import type { Dispute } from './disputes';

type Reader = Transaction | Core.Strapi['db']['connection'];

export async function disputesOf(strapi: Core.Strapi, knex: Reader, requestId: string): Promise<Dispute[]> {
  const { rows } = await knex.raw(
    `select id::text, kind, organ, case_no as "caseNo", filed_on::text as "filedOn", closed_on::text as "closedOn", result,
            is_co_defendant as "isCoDefendant", note, by_name as "byName"
       from information_request_disputes where request_id = ? order by id`,
    [requestId],
  );
  return (rows as Dispute[]).map((dispute) => ({
    ...dispute,
    note: dispute.note ? openFor<string>(strapi, requestId, dispute.note) : null,
  }));
}

type Filed = Pick<Dispute, 'kind' | 'organ' | 'filedOn' | 'isCoDefendant' | 'byName'> & {
  caseNo: string | undefined;
  note: string | undefined;
};

/** @returns its id */
export async function insertDispute(
  strapi: Core.Strapi,
  trx: Transaction,
  requestId: string,
  { kind, organ, caseNo, filedOn, isCoDefendant, note, byName }: Filed,
): Promise<string> {
  const [row] = await trx('information_request_disputes')
    .insert({
      ...{ request_id: requestId, kind, organ, case_no: caseNo ?? null, filed_on: filedOn },
      ...{ is_co_defendant: isCoDefendant, by_name: byName },
      note: note ? sealFor(strapi, requestId, note) : null,
    })
    .returning('id');
  return String((row as { id: string | number }).id);
}

export async function updateDispute(
  trx: Transaction,
  id: string,
  columns: Record<string, unknown>,
): Promise<void> {
  await trx('information_request_disputes')
    .where({ id })
    .update({ ...columns, changed_at: trx.fn.now() });
}
