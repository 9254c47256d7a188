import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import type { RequestRow } from './rows';

/** Which of the applicant's requests of the month this is, by the day of receipt (国办函〔2020〕109号第四条). */
export async function ordinalOf(
  knex: Transaction | Core.Strapi['db']['connection'],
  { applicantKey, receivedOn, number }: RequestRow,
): Promise<number> {
  const { rows } = await knex.raw(
    `select count(*)::int as n from information_requests
      where applicant_key = ? and kind = 'information' and date_trunc('month', received_on) = date_trunc('month', ?::date)
        and (received_on, number) <= (?::date, ?)`,
    [applicantKey, receivedOn, receivedOn, number],
  );
  return Math.max(1, rows[0].n);
}
