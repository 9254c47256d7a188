import type { Core } from '@strapi/strapi';

/** Days for which delivered events are kept: long enough to look into what went wrong. */
const KEPT_DAYS = 30;
/** Rows of one look; the rest goes with the next ones. */
const AT_ONCE = 5_000;

/** Removes old events that are delivered; those set aside stay until somebody has looked at them. */
export async function sweepOutbox(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw(
    `delete from outbox where id in (
       select id from outbox o
        where created_at < now() - make_interval(days => ?)
          and not exists (select from outbox_deliveries d where d.outbox_id = o.id)
        order by created_at limit ?)`,
    [KEPT_DAYS, AT_ONCE],
  );
}
