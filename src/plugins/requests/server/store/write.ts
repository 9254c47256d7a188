import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import { clockWhenReceived } from '../clock/clock';
import type { RequestEvent } from '../clock/events';
import { clockInputOf } from './clock-input';
import { sealFor } from './keys';
import { findRequest } from './rows';

/** Who does something: a person of the district, or the applicant. */
export type By = { name: string; department: string | null };

export async function recordEvent(
  strapi: Core.Strapi,
  trx: Transaction,
  requestId: string,
  { type, on, ...data }: RequestEvent,
  by: By,
  note?: string,
): Promise<void> {
  await trx('information_request_events').insert({
    request_id: requestId,
    type,
    on_day: on,
    data: JSON.stringify(data),
    note: note ? sealFor(strapi, requestId, note) : null,
    by_name: by.name,
    by_department: by.department,
  });
}

/** What lists are ordered by, computed anew from the events; `isProvisional`: it moves with every day. */
export async function refreshClock(
  strapi: Core.Strapi,
  trx: Transaction,
  requestId: string,
): Promise<{ dueOn: string | null; isProvisional: boolean }> {
  const row = await findRequest(trx, requestId);
  const clock = row && clockWhenReceived(await clockInputOf(strapi, trx, row));
  if (!clock) return { dueOn: null, isProvisional: false };
  const { dueOn, applicantBy, isProvisional } = clock;
  await trx('information_requests')
    .where({ id: requestId })
    .update({ due_on: dueOn, applicant_by: applicantBy });
  return { dueOn, isProvisional };
}

/** The next number of a year's register: 2026-0001. */
export async function nextNumber(trx: Transaction, year: string): Promise<string> {
  const { rows } = await trx.raw(
    `insert into information_request_numbers as n (year, last) values (?, 1)
     on conflict (year) do update set last = n.last + 1 returning last`,
    [year],
  );
  return `${year}-${String(rows[0].last).padStart(4, '0')}`;
}
