import type { Knex } from 'knex';
import { LINKS_COLUMN, type LinkRow, type PublicLinks, toLinks } from '../links/find-links';
import { shanghaiInstant, todayInShanghai } from '../rules/dates';
import type { Transaction, Values } from '../types';
import { fromJson } from './json';
import { presentOn } from './present';

/** What remains public of a withdrawn document. */
export type Tombstone = {
  documentId: string;
  indexNo: string;
  title: string;
  owner: string;
  ownerName: string;
  reason: string;
  withdrawnAt: string;
  orderedBy: string | null;
  successor: string | null;
};

export type Found =
  | { state: 'live'; etag: string; publication: Values; links?: PublicLinks }
  | { state: 'withdrawn'; tombstone: Tombstone };

type Asked = {
  trx?: Transaction | undefined;
  /** of which day its validity is told */
  on?: string;
  /** with the documents around it */
  withLinks?: boolean;
};

const COLUMNS = `document_id, state, etag, summary, detail, index_no, title, owner, owner_name, withdrawal_reason,
  withdrawn_at, withdrawn_by, successor`;

/** One publication by its documentId, as of a day: one row, one statement. Null when it never was public. */
export async function findPublication(
  knex: Knex,
  documentId: string,
  { trx, on = todayInShanghai(), withLinks = false }: Asked = {},
): Promise<Found | null> {
  const columns = withLinks ? `${COLUMNS}, ${LINKS_COLUMN}` : COLUMNS;
  // prepared once for each connection: to plan it takes PostgreSQL longer than to answer it
  const name = withLinks ? 'find publication with links' : 'find publication';
  const query = (trx ?? knex)
    .raw(`select ${columns} from publications where document_id = ?`, [documentId])
    .options({ name });
  const [row] = ((await query) as unknown as { rows: Row[] }).rows;
  if (!row) return null;
  if (row.state === 'live') {
    return {
      state: 'live',
      etag: row.etag,
      publication: presentOn(on, row.summary, row.detail),
      ...(withLinks ? { links: toLinks(fromJson<LinkRow[] | null>(row.links) ?? []) } : {}),
    };
  }
  return {
    state: 'withdrawn',
    tombstone: {
      documentId: row.document_id,
      indexNo: row.index_no,
      title: row.title,
      owner: row.owner,
      ownerName: row.owner_name,
      reason: row.withdrawal_reason,
      withdrawnAt: shanghaiInstant(row.withdrawn_at),
      orderedBy: row.withdrawn_by === row.owner ? null : row.withdrawn_by,
      successor: row.successor,
    },
  };
}

type Row = {
  document_id: string;
  state: 'live' | 'withdrawn';
  etag: string;
  summary: unknown;
  detail: unknown;
  index_no: string;
  title: string;
  owner: string;
  owner_name: string;
  withdrawal_reason: string;
  withdrawn_at: Date;
  withdrawn_by: string | null;
  successor: string | null;
  links?: unknown;
};
