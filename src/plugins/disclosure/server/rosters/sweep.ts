import type { Core } from '@strapi/strapi';
import { inTransaction } from '../gate/transaction';
import { rostersInUse } from './references';

/** A roster is younger than this when its document is about to refer to it. */
const GRACE = '1 hour';
/** Rosters that one sweep looks at. */
const MOST = 10_000;

/**
 * Removes rosters that nothing refers to: drafts that were replaced or deleted. What an edition, or an earlier
 * version of a working copy, shows is never removed; what is just being referred to is locked, and left for the next time.
 *
 * @returns how many were removed
 */
export function sweepRosters(strapi: Core.Strapi): Promise<number> {
  return inTransaction(strapi, async (trx) => {
    await trx.raw("select set_config('app.verb', 'sweep', true)");
    const { rows } = await trx.raw(
      `select id from rosters
        where created_at < now() - ?::interval
          and not exists (select from edition_rosters where roster_id = rosters.id)
          and not exists (select from draft_versions where roster_id = rosters.id)
        order by created_at limit ? for update skip locked`,
      [GRACE, MOST],
    );
    const ids = (rows as { id: string }[]).map(({ id }) => id);
    if (ids.length === 0) return 0;
    const used = await rostersInUse(strapi, ids);
    const unused = ids.filter((id) => !used.has(id));
    return trx('rosters').whereIn('id', unused).delete();
  });
}
