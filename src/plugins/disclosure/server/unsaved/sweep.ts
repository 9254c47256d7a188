import type { Core } from '@strapi/strapi';

/** Days after which nobody comes back for what she did not save. */
const KEPT_DAYS = 30;
/** Rows that one sweep removes. */
const MOST = 1000;

/**
 * Removes what was typed and left unsaved for a month. Several instances may do it at once.
 *
 * @returns how many were removed
 */
export async function sweepUnsaved(strapi: Core.Strapi): Promise<number> {
  const { rowCount } = await strapi.db.connection.raw(
    `delete from unsaved_edits where ctid in (
       select ctid from unsaved_edits where saved_at < now() - ?::interval order by saved_at limit ?)`,
    [`${KEPT_DAYS} days`, MOST],
  );
  return rowCount;
}
