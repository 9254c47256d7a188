import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';

/**
 * Logs what has become another thing by the calendar alone: documents that are in force, changed, repealed or
 * ended from a day on. Once a day, whichever instance comes first; days without a running instance are caught up.
 *
 * @returns how many documents
 */
export function logDays(strapi: Core.Strapi, today = todayInShanghai()): Promise<number> {
  return inTransaction(strapi, async (trx) => {
    const { rows } = await trx.raw(
      `insert into exchange_days (day) select ?::date where not exists (select from exchange_days where day >= ?::date)
       on conflict do nothing returning (select max(day)::text from exchange_days) as last`,
      [today, today],
    );
    if (rows.length === 0) return 0;
    const last = rows[0].last ?? today;
    const { rowCount } = (await trx.raw(
      `insert into exchange_changes (document_id, change, edition_no, domain, owner, transaction)
       select document_id, 'standing', edition_no, domain, owner, pg_current_xact_id() from publications
        where state = 'live' and (
          (effective_on > :last and effective_on <= :today) or (amended_on > :last and amended_on <= :today) or
          (repealed_on > :last and repealed_on <= :today) or (lapsed_on > :last and lapsed_on <= :today) or
          (valid_until >= :last and valid_until < :today))
        order by document_id
       on conflict (transaction, document_id) do nothing`,
      { last, today },
    )) as { rowCount: number };
    await trx.raw('delete from exchange_days where day < ?::date', [today]);
    return rowCount;
  });
}
