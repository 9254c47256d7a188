import type { Core } from '@strapi/strapi';
import { settingsOf } from '../settings';

/** Days for which what was found is kept: longer than the longest wait for a mail. */
const HITS_DAYS = 60;

/** Deletes what is needed no longer: unconfirmed requests with their addresses first. */
export async function sweepSubscriptions(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  await knex.raw(
    "delete from subscriptions where state = 'pending' and created_at < now() - make_interval(days => ?)",
    [settingsOf(strapi).confirmDays],
  );
  await knex.raw("delete from subscription_requests where at < now() - interval '1 day'");
  await knex.raw('delete from subscription_hits where at < now() - make_interval(days => ?)', [HITS_DAYS]);
  await knex.raw(
    'delete from subscription_interests i where not exists (select from subscriptions s where s.interest_id = i.id)',
  );
}
