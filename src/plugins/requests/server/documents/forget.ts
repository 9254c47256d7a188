import type { Core } from '@strapi/strapi';

/** Forgets what was written about requests whose contents have been forgotten; numbers and days stay. */
export async function forgetNotices(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  await knex.raw(
    `update information_notice_deliveries d set sealed = null
       from information_notices n join information_requests r on r.id = n.request_id
      where n.id = d.notice_id and r.sealed is null and d.sealed is not null`,
  );
  await knex.raw(
    `update information_notices n set sealed = null from information_requests r
      where r.id = n.request_id and r.sealed is null and n.sealed is not null`,
  );
}
