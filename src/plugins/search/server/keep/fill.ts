import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { SearchIndex } from '../index/search-index';
import { RULES } from '../terms/rules-version';
import { refresh } from './refresh';

const BATCH = 400;
/** Documents between two lines of the log. */
const TOLD = 20_000;

type Place = { published_at: string; document_id: string };

/**
 * Puts into the index what is public and not in it, or was read by older rules: what there was before this
 * plugin. Newest first, a batch a transaction, so that it goes on where it was stopped.
 *
 * @param isStopped asked between two batches
 * @returns how many documents were read
 */
export async function fillIndex(
  strapi: Core.Strapi,
  index: SearchIndex,
  isStopped: () => boolean = () => false,
): Promise<number> {
  let done = 0;
  let place: Place | null = null;
  const begun = Date.now();
  while (!isStopped()) {
    const missing: Place[] = await findMissing(strapi, place);
    if (missing.length === 0) break;
    const ids = missing.map(({ document_id }) => document_id);
    // two at a time: one is divided into terms while the other is written
    const halves = [ids.slice(0, BATCH / 2), ids.slice(BATCH / 2)];
    await Promise.all(
      halves.map((half) => inTransaction(strapi, (trx) => refresh(strapi, index, half, trx))),
    );
    place = missing.at(-1) ?? null;
    if (Math.floor(done / TOLD) !== Math.floor((done + ids.length) / TOLD))
      tell(strapi, done + ids.length, begun);
    done += ids.length;
  }
  if (done > 0) tell(strapi, done, begun);
  return done;
}

const tell = (strapi: Core.Strapi, done: number, begun: number) =>
  strapi.log.info(
    `search: ${done} publications read into the index (${Math.round(done / ((Date.now() - begun) / 1000 || 1))}/s)`,
  );

async function findMissing(strapi: Core.Strapi, after: Place | null): Promise<Place[]> {
  const { rows } = await strapi.db.connection.raw(
    `select p.published_at::text, p.document_id
       from publications p left join search_documents s on s.document_id = p.document_id and s.rules = ?
      where p.state = 'live' and s.document_id is null
        ${after ? 'and (p.published_at, p.document_id) < (?::timestamptz, ?)' : ''}
      order by p.published_at desc, p.document_id desc limit ${BATCH}`,
    after ? [RULES, after.published_at, after.document_id] : [RULES],
  );
  return rows as Place[];
}
