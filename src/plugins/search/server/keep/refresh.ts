import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import type { SearchIndex } from '../index/search-index';
import { vocabularyOf } from '../vocabulary/vocabulary';
import { buildEntry } from './build-entry';
import { loadSources } from './load-sources';

/**
 * Makes the index say what the read model says of some documents: their entries are put in place, or removed
 * where they are no longer public. May be done any number of times, and in any order: whoever comes last has
 * read what was committed last, because a document's entry is written by one at a time.
 */
export async function refresh(
  strapi: Core.Strapi,
  index: SearchIndex,
  documentIds: readonly string[],
  trx: Transaction,
): Promise<void> {
  // in one order everywhere, so that two of them never wait for each other
  const ids = [...new Set(documentIds)].sort();
  const { segmenter } = await vocabularyOf(strapi);
  await trx.raw(
    `select pg_advisory_xact_lock(hashtextextended('search:' || id, 0)) from unnest(?::text[]) with ordinality as ids(id, n) order by n`,
    [ids],
  );
  const sources = await loadSources(strapi, ids, trx);
  const live = new Set(sources.map(({ documentId }) => documentId));
  await index.put(
    sources.map((source) => buildEntry(source, segmenter)),
    trx,
  );
  await index.remove(
    ids.filter((id) => !live.has(id)),
    trx,
  );
}
