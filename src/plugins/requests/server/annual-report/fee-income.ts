import type { Core } from '@strapi/strapi';
import { openFor } from '../store/keys';
import { handledBy } from './counted-by';

/** A payment of 信息处理费. */
export type Payment = { requestId: string; paidOn: string; yuan: number };

/** What was paid in a year to who handled the request then, each payment with the amount of the notice before it. */
export async function loadPayments(
  strapi: Core.Strapi,
  owners: readonly string[],
  year: number,
): Promise<Payment[]> {
  const { rows } = await strapi.db.connection.raw(
    `select p.request_id as "requestId", p.on_day::text as "paidOn", n.note
       from information_request_events p
       join information_requests r on r.id = p.request_id
       left join lateral (
         select note from information_request_events
          where request_id = p.request_id and type = 'feeNotified' and id < p.id order by id desc limit 1
       ) n on true
      where p.type = 'feePaid' and p.on_day between ?::date and ?::date
        and ${handledBy('p.on_day')} = any(?)
      order by p.on_day, p.id`,
    [`${year}-01-01`, `${year}-12-31`, [...owners]],
  );
  type Row = { requestId: string; paidOn: string; note: string | null };
  return (rows as Row[]).map(({ requestId, paidOn, note }) => ({
    ...{ requestId, paidOn },
    yuan: note ? yuanIn(openFor<string>(strapi, requestId, note)) : 0,
  }));
}

/** The amount in the record of a notice: the proposal as JSON. */
export function yuanIn(note: string): number {
  try {
    const { yuan } = JSON.parse(note) as { yuan?: unknown };
    return typeof yuan === 'number' && yuan > 0 ? yuan : 0;
  } catch {
    return 0;
  }
}
