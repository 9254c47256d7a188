import type { Transaction } from '../types';

/** A publication whose standing has become another one. */
export type Settled = { documentId: string; type: string; domain: string; owner: string };

/**
 * Writes into publications what other documents do to them, as the links say now: the columns for filters, the
 * summary for answers, and a new etag. The only change of another department's publication that the last line
 * (`is_standing_update`) lets pass. In the order of their ids, so that two of these never wait for each other.
 *
 * @returns those that have changed
 */
export async function settleStanding(trx: Transaction, documentIds: readonly string[]): Promise<Settled[]> {
  if (documentIds.length === 0) return [];
  const ids = [...documentIds].sort();
  await trx.raw(
    'select from publications where document_id = any(?) order by document_id for no key update',
    [ids],
  );
  const { rows } = (await trx.raw(
    `update publications as p
        set amended_on = linked.amended_on, repealed_on = linked.repealed_on, lapsed_on = linked.lapsed_on,
            summary = p.summary || linked.told, etag = md5(p.etag || linked.told::text)
       from (
         select days.*, jsonb_build_object(
                  'amendedOn', amended_on, 'repealedOn', repealed_on, 'lapsedOn', lapsed_on) as told
           from (
             select id, min(on_day) filter (where relation = 'amends') as amended_on,
                    min(on_day) filter (where relation = 'repeals') as repealed_on,
                    min(on_day) filter (where relation = 'lapses') as lapsed_on
               from unnest(?::text[]) as id left join publication_links on target_id = id
              group by id
           ) as days
       ) as linked
      where p.document_id = linked.id and not p.summary @> linked.told
      returning p.document_id as "documentId", p.type, p.domain, p.owner`,
    [ids],
  )) as { rows: Settled[] };
  return rows;
}
