import type { Knex } from 'knex';
import { fromJson } from '../../../disclosure/server/read-model/json';
import type { Transaction } from '../../../disclosure/server/types';

export const CHANGES = ['published', 'corrected', 'transferred', 'standing', 'withdrawn'] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** What is known of a file that a publication names; null: it cannot be read; undefined: not looked at yet. */
export type Digest = { sha256: string; bytes: number } | null | undefined;

/** An entry of the log with the document as it is now. */
export type Change = {
  seq: number;
  documentId: string;
  /** what happened; where the document has changed since, what it has come to */
  change: ChangeKind;
  at: Date;
  state: 'live' | 'withdrawn';
  /** stored JSON of the live document; null after a withdrawal: the text does not leave the database */
  publication: { summary: unknown; detail: unknown } | null;
  tombstone: Tombstone | null;
  /** by name under /uploads */
  files: ReadonlyMap<string, Digest>;
};

export type Tombstone = {
  indexNo: string;
  title: string;
  owner: string;
  ownerName: string;
  domain: string;
  reason: string;
  withdrawnAt: Date;
  withdrawnBy: string;
  successor: string | null;
};

type Row = {
  seq: string;
  document_id: string;
  change: ChangeKind;
  at: Date;
  state: 'live' | 'withdrawn';
  summary: unknown;
  detail: unknown;
  tombstone: unknown;
  files: unknown;
};

/** Stored bytes of the texts of one page, at most; one entry is always given. */
const PAGE_BYTES = 4_000_000;

/**
 * Entries behind a place of the log, in its order, with the documents as they are now: one statement, so one
 * moment. It never gives the text of a withdrawn document, whatever the entry was.
 *
 * @param after the last entry that was read; 0: from the beginning
 */
export async function readChanges(
  knex: Knex | Transaction,
  after: number,
  limit: number,
): Promise<{ changes: Change[]; more: boolean }> {
  const { rows } = (await knex.raw(
    `select seq, document_id, change, at, state, case state when 'live' then summary end as summary,
            case state when 'live' then detail end as detail,
            case state when 'withdrawn' then jsonb_build_object(
              'indexNo', index_no, 'title', title, 'owner', owner, 'ownerName', owner_name, 'domain', domain,
              'reason', withdrawal_reason, 'withdrawnAt', withdrawn_at, 'withdrawnBy', withdrawn_by,
              'successor', successor) end as tombstone,
            (select jsonb_agg(jsonb_build_array(f.name, d.name is not null, d.sha256, d.bytes))
               from public_files f left join file_digests d on d.name = f.name
              where f.document_id = page.document_id) as files
       from (
         select c.seq, c.document_id, c.change, c.at, p.state, p.summary, p.detail, p.index_no, p.title, p.owner,
                p.owner_name, p.domain, p.withdrawal_reason, p.withdrawn_at, p.withdrawn_by, p.successor,
                sum(pg_column_size(p.detail)) over (order by c.seq) - pg_column_size(p.detail) as before
           from (select * from exchange_changes where seq > ? order by seq limit ?) as c
           join publications p on p.document_id = c.document_id
       ) as page
      where before < ? order by seq`,
    [after, limit + 1, PAGE_BYTES],
  )) as { rows: Row[] };
  const more = rows.length > limit || (await goesOn(knex, rows, limit));
  return { changes: rows.slice(0, limit).map(toChange), more };
}

/** A page that the bound of bytes has cut ends before the log does. */
async function goesOn(knex: Knex | Transaction, rows: readonly Row[], limit: number): Promise<boolean> {
  const last = rows.at(-1);
  if (!last || rows.length > limit) return false;
  const { rows: next } = await knex.raw('select 1 from exchange_changes where seq > ? order by seq limit 1', [
    last.seq,
  ]);
  return next.length > 0;
}

const toChange = (row: Row): Change => {
  const tombstone = fromJson<(Omit<Tombstone, 'withdrawnAt'> & { withdrawnAt: string }) | null>(
    row.tombstone,
  );
  return {
    seq: Number(row.seq),
    documentId: row.document_id,
    change: nowOf(row.change, row.state),
    at: row.at,
    state: row.state,
    publication: row.state === 'live' ? { summary: row.summary, detail: row.detail } : null,
    tombstone: tombstone && { ...tombstone, withdrawnAt: new Date(tombstone.withdrawnAt) },
    files: new Map(
      (fromJson<[string, boolean, string | null, number | null][] | null>(row.files) ?? []).map(
        ([name, isKnown, sha256, bytes]) => [
          name,
          !isKnown ? undefined : sha256 === null || bytes === null ? null : { sha256, bytes },
        ],
      ),
    ),
  };
};

/** What an entry tells of a document that has gone on since: never a publication of what is withdrawn. */
export function nowOf(change: ChangeKind, state: 'live' | 'withdrawn'): ChangeKind {
  if (state === 'withdrawn') return 'withdrawn';
  return change === 'withdrawn' ? 'published' : change;
}

/** The last place of the log. */
export async function lastPlace(knex: Knex | Transaction): Promise<number> {
  const { rows } = await knex.raw(
    'select seq from exchange_changes where seq is not null order by seq desc limit 1',
  );
  return Number(rows[0]?.seq ?? 0);
}
