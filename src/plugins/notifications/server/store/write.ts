import type { Core } from '@strapi/strapi';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import type { Transaction } from '../../../disclosure/server/types';
import type { NoticeKind } from '../contract';
import { channelOf } from '../kinds';
import { isMailReady } from '../mail/ready';
import { planMail } from '../mail/timing';
import type { Person } from '../recipients';
import { settingsOf } from '../settings';
import { loadChoices } from './preferences';

export type Told = {
  kind: NoticeKind;
  /** the same event for the same person has the same key: told once */
  key: string;
  documentId: string | null;
  type: string | null;
  title: string | null;
  detail: string | null;
  count?: number;
};

/** Notifications of one kind that a person gets singly within an hour; what follows is counted in one. */
export const SINGLY = 20;

/** Tells people of something, each by the channel that she has chosen. */
export async function tell(
  strapi: Core.Strapi,
  trx: Transaction,
  people: readonly Person[],
  told: Told,
  now: Date,
): Promise<void> {
  if (people.length === 0) return;
  const choices = await loadChoices(
    trx,
    people.map(({ personId }) => personId),
  );
  const calendar = await loadCalendar(strapi);
  for (const person of people) {
    const channel = channelOf(told.kind, choices.get(person.personId) ?? {});
    if (channel === 'none') continue;
    const mailed = isMailReady(strapi) && person.email ? channel : 'panel';
    const { mail, dueAt } = planMail(mailed, now, settingsOf(strapi), calendar);
    const row = { person_id: person.personId, kind: told.kind, created_at: now, mail, mail_due_at: dueAt };
    if (await isFlooded(trx, person.personId, told.kind, now)) await count(trx, row, now);
    else await insert(trx, row, told);
  }
}

type Row = {
  person_id: string;
  kind: NoticeKind;
  created_at: Date;
  mail: string;
  mail_due_at: Date | null;
};

const insert = (trx: Transaction, row: Row, { key, documentId, type, title, detail, count: n }: Told) =>
  trx('notifications')
    .insert({ ...row, key, document_id: documentId, type, title, detail, count: n ?? 1 })
    .onConflict(['person_id', 'key'])
    .ignore();

async function isFlooded(trx: Transaction, personId: string, kind: NoticeKind, now: Date): Promise<boolean> {
  const { rows } = await trx.raw(
    `select count(*)::int as told from (
       select kind, created_at from notifications where person_id = ? order by id desc limit ?
     ) as latest where kind = ? and created_at > ?`,
    [personId, SINGLY, kind, new Date(now.getTime() - 3_600_000)],
  );
  return rows[0].told >= SINGLY;
}

/** One more in the summary of the hour; a summary that has been read begins to count anew. */
const count = (trx: Transaction, row: Row, now: Date) =>
  trx.raw(
    `insert into notifications as n (person_id, kind, created_at, mail, mail_due_at, key)
     values (:person_id, :kind, :created_at, :mail, :mail_due_at, :key)
     on conflict (person_id, key) do update
       set count = case when n.read_at is null then n.count + 1 else 1 end,
           read_at = null,
           mail_due_at = case when n.mailed_at is null then n.mail_due_at end`,
    { ...row, key: `more:${row.kind}:${now.toISOString().slice(0, 13)}` },
  );
