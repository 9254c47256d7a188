import type { PoolClient } from 'pg';
import { RULES } from '../../src/plugins/search/server/terms/rules-version';

/**
 * Enters publications that were made past the guards into the search as read, by the words of their titles alone:
 * for amounts that its job would work at for minutes.
 */
export async function enterInSearch(client: PoolClient): Promise<void> {
  await client.query(
    `insert into search_documents (document_id, rules, terms, title, domain, owner, kind, theme, published_at, dated_on)
     select document_id, $1, array_to_tsvector(regexp_split_to_array(title, '')), title, domain, owner, kind, theme, published_at,
            coalesce(formed_on, published_at::date)
       from publications where state = 'live'
     on conflict do nothing`,
    [RULES],
  );
  await client.query('vacuum analyze search_documents');
}
