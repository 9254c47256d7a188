import type { Core } from '@strapi/strapi';
import { settingsOf } from '../settings';

const AT_ONCE = 5_000;

/** Removes old notifications, read or not: what still waits is on the home page. */
export async function sweepNotifications(strapi: Core.Strapi, now: Date): Promise<void> {
  const before = new Date(now.getTime() - settingsOf(strapi).keepDays * 86_400_000);
  await strapi.db.connection.raw(
    `delete from notifications where id in (
       select id from notifications where created_at < ? and mail_due_at is null order by created_at limit ?)`,
    [before, AT_ONCE],
  );
}
