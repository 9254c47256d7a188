import type { Knex } from 'knex';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import type { Inbox, Notice, NoticeKind } from '../contract';
import { KIND_NAMES, KINDS } from '../kinds';

const PAGE = 30;
/** A count beyond this is shown as “99+”; counting further would tell nobody more. */
const COUNTED = 100;

export type InboxQuery = { unread?: boolean; kind?: NoticeKind | undefined; cursor?: string | undefined };

/** A person's own notifications, the newest first. */
export async function readInbox(
  knex: Knex,
  personId: string,
  query: InboxQuery,
): Promise<Omit<Inbox, 'seesMail'>> {
  const rows: Row[] = await knex('notifications')
    .where({ person_id: personId, ...(query.kind ? { kind: query.kind } : {}) })
    .modify((found) => {
      if (query.unread) found.whereNull('read_at');
      if (query.cursor) found.where('id', '<', query.cursor);
    })
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .select('id', 'kind', 'title', 'detail', 'count', 'type', 'document_id', 'created_at', 'read_at');
  const shown = rows.slice(0, PAGE);
  return {
    items: shown.map(toNotice),
    unread: await countUnread(knex, personId),
    nextCursor: rows.length > PAGE ? String(shown.at(-1)?.id) : null,
    kinds: KIND_NAMES.map((kind) => ({ kind, name: KINDS[kind].name })),
  };
}

type Row = {
  id: string;
  kind: NoticeKind;
  title: string | null;
  detail: string | null;
  count: number;
  type: string | null;
  document_id: string | null;
  created_at: Date;
  read_at: Date | null;
};

const toNotice = (row: Row): Notice => ({
  id: String(row.id),
  kind: row.kind,
  kindName: KINDS[row.kind]?.name ?? row.kind,
  title: row.title,
  detail: row.detail,
  count: Number(row.count),
  uid: row.type,
  documentId: row.document_id,
  at: shanghaiInstant(row.created_at),
  read: row.read_at !== null,
});

export async function countUnread(knex: Knex, personId: string): Promise<number> {
  const { rows } = await knex.raw(
    `select count(*)::int as n from (
       select 1 from notifications where person_id = ? and read_at is null limit ?
     ) as unread`,
    [personId, COUNTED],
  );
  return rows[0].n;
}

/** Marks a person's own notifications as read: those named, or all; nobody else's are touched. */
export const markRead = (knex: Knex, personId: string, ids: readonly string[] | 'all') =>
  knex('notifications')
    .where({ person_id: personId })
    .whereNull('read_at')
    .modify((found) => {
      if (ids !== 'all') found.whereIn('id', [...ids]);
    })
    .update({ read_at: new Date() });

/** Marks as read, for everybody, what a document does not ask for any more. */
export const settleNotices = (trx: Knex, documentId: string, kinds: readonly NoticeKind[]) =>
  trx('notifications')
    .where({ document_id: documentId })
    .whereNull('read_at')
    .whereIn('kind', [...kinds])
    .update({ read_at: new Date() });
