import type { Core } from '@strapi/strapi';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import type { MailStatus } from '../contract';
import { loadPeople } from '../people';
import { isMailReady } from './ready';

const SHOWN = 50;

/** How the mail goes, for those who can do something about it. */
export async function mailStatus(strapi: Core.Strapi): Promise<MailStatus> {
  const knex = strapi.db.connection;
  const waiting = await knex('notifications').whereNotNull('mail_due_at').count('id as n').first();
  const failed = await knex('notifications')
    .whereNotNull('mail_error')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .select('person_id', 'mail_error', 'mail_attempts', 'mail_due_at', 'created_at');
  const ids = [...new Set(failed.map((row) => String(row.person_id)))];
  const people = ids.length > 0 ? await loadPeople(strapi, { documentId: { $in: ids } }) : [];
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return {
    ready: isMailReady(strapi),
    waiting: Number(waiting?.n ?? 0),
    failed: failed.map((row) => ({
      name: names.get(String(row.person_id)) ?? null,
      error: row.mail_error,
      attempts: row.mail_attempts,
      givenUp: row.mail_due_at === null,
      at: shanghaiInstant(row.created_at),
    })),
  };
}
