import { sql, superuserUrl } from '../../support';
import type { Product } from './product';

/** A publication of earlier years; instants in Shanghai time, the last of `editions` is the newest. */
export type Archived = {
  id: string;
  catalogueItem: string;
  owner: string;
  dueOn?: string;
  editions: readonly string[];
  withdrawnAt?: string;
};

/** Puts publications of earlier years into the read model, as nobody may but a test: with the triggers off. */
export async function archive({ databaseUrl }: Product, publications: readonly Archived[]): Promise<void> {
  const superuser = sql(superuserUrl(databaseUrl));
  const client = await superuser.pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const one of publications) {
      const [first] = one.editions;
      await client.query(
        `insert into publications (document_id, type, domain, catalogue_item, kind, owner, owner_name, index_no, title,
           due_on, published_at, first_published_at, edition_no, state, withdrawn_at, withdrawal_reason, withdrawn_by,
           summary, detail, search_text, etag)
         values ($1, 'archive', 'major-construction-projects', $2, 'document', $3, $3, $1, $1, $4, $5, $6, $7, $8, $9, $10, $3,
           jsonb_build_object('documentId', $1::text, 'catalogueItem', $2::text), '{}', $1, $1)`,
        [
          one.id,
          one.catalogueItem,
          one.owner,
          one.dueOn ?? null,
          one.editions.at(-1),
          first,
          one.editions.length,
          one.withdrawnAt ? 'withdrawn' : 'live',
          one.withdrawnAt ?? null,
          one.withdrawnAt ? '测试' : null,
        ],
      );
      for (const [index, at] of one.editions.entries()) {
        await client.query(
          `insert into editions (document_id, edition_no, type, owner, title, published_at, published_by, content, sha256)
           values ($1, $2, 'archive', $3, $1, $4, 'test', '{}', '')`,
          [one.id, index + 1, one.owner, at],
        );
      }
    }
    await client.query('set session_replication_role = origin');
  } finally {
    client.release();
    await superuser.end();
  }
}
