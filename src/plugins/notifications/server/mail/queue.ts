import type { Knex } from 'knex';
import { backoff, type Patience } from '../../../disclosure/server/outbox/backoff';
import type { Transaction } from '../../../disclosure/server/types';
import type { NoticeKind } from '../contract';

export type QueuedNotice = {
  id: string;
  kind: NoticeKind;
  title: string | null;
  count: number;
  type: string | null;
  document_id: string | null;
  read_at: Date | null;
  mail_attempts: number;
};

/** A mail server may be away over a weekend: from a minute to four hours between tries, two days in all. */
export const PATIENCE: Patience = { first: 60_000, longest: 4 * 3_600_000, attempts: 20 };

/** Notifications that one mail tells of. */
const IN_ONE_MAIL = 500;

/** People to whom something is due, the longest waiting first. */
export async function listAddressees(knex: Knex, now: Date, limit: number): Promise<string[]> {
  const rows = await knex('notifications')
    .where('mail_due_at', '<=', now)
    .groupBy('person_id')
    .orderByRaw('min(mail_due_at)')
    .limit(limit)
    .select('person_id');
  return rows.map((row) => String(row.person_id));
}

/** Only one instance writes to a person at a time; false where another one does. */
export async function claimPerson(trx: Transaction, personId: string): Promise<boolean> {
  const { rows } = await trx.raw(
    "select pg_try_advisory_xact_lock(hashtextextended('mail:' || ?, 0)) as ours",
    [personId],
  );
  return rows[0].ours === true;
}

/** What is due to a person, and with it what would follow within minutes. */
export async function takeDue(trx: Transaction, personId: string, now: Date): Promise<QueuedNotice[]> {
  const due = await trx('notifications')
    .where({ person_id: personId })
    .where('mail_due_at', '<=', now)
    .first('id');
  if (!due) return [];
  return trx('notifications')
    .where({ person_id: personId })
    .whereNotNull('mail_due_at')
    .where((query) => query.where('mail_due_at', '<=', now).orWhere('mail', 'soon'))
    .orderBy('id')
    .limit(IN_ONE_MAIL)
    .forUpdate()
    .select('id', 'kind', 'title', 'count', 'type', 'document_id', 'read_at', 'mail_attempts');
}

const ids = (notices: readonly QueuedNotice[]): string[] => notices.map(({ id }) => id);

export const settle = (trx: Transaction, notices: readonly QueuedNotice[], mailedAt: Date | null) =>
  trx('notifications')
    .whereIn('id', ids(notices))
    .update({ mail_due_at: null, mailed_at: mailedAt, mail_error: null });

/** Puts a mail that could not be sent off; at last it is given up, and its error stays to be seen. */
export async function postpone(
  knex: Knex,
  notices: readonly QueuedNotice[],
  error: string,
  now: Date,
): Promise<void> {
  const attempts = Math.max(...notices.map(({ mail_attempts }) => mail_attempts)) + 1;
  const wait = backoff(attempts, PATIENCE);
  await knex('notifications')
    .whereIn('id', ids(notices))
    .update({
      mail_attempts: attempts,
      mail_error: error.slice(0, 500),
      mail_due_at: wait === null ? null : new Date(now.getTime() + wait),
    });
}

/** When the next mail is due; null when none waits. */
export async function nextMailAt(knex: Knex): Promise<Date | null> {
  const row = await knex('notifications').whereNotNull('mail_due_at').min('mail_due_at as at').first();
  return row?.at ?? null;
}
