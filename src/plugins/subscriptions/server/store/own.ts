import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { fromJson } from '../../../disclosure/server/read-model/json';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { type Filters, filtersSchema } from '../../../exchange/server/interest';
import { lastPlace } from '../../../exchange/server/log/changes';
import { dueAt, type Frequency } from '../frequency';
import { settingsOf } from '../settings';

/** A subscription as its owner sees it. */
export type Own = { id: string; filters: Filters; frequency: Frequency };

/**
 * Confirms a subscription: from now on she is told of what is new. One for the same that she had before is
 * replaced: she may have chosen another frequency.
 *
 * @returns false where there is none any more
 */
export function confirm(strapi: Core.Strapi, id: string): Promise<boolean> {
  return inTransaction(strapi, async (trx) => {
    const found = await trx('subscriptions')
      .where({ id })
      .forUpdate()
      .first('state', 'interest_id', 'address_hash');
    if (!found) return false;
    if (found.state === 'active') return true;
    const { interest_id, address_hash } = found;
    await trx('subscriptions').where({ interest_id, address_hash }).whereNot({ id }).delete();
    await trx('subscriptions')
      .where({ id })
      .update({
        state: 'active',
        confirmed_at: trx.fn.now(),
        position: await lastPlace(trx),
        due_at: null,
        attempts: 0,
        last_error: null,
      });
    return true;
  });
}

/** A subscription, confirmed or not; null where there is none any more. */
export async function findSubscription(strapi: Core.Strapi, id: string): Promise<Own | null> {
  const row = await strapi.db
    .connection('subscriptions as s')
    .join('subscription_interests as i', 'i.id', 's.interest_id')
    .where('s.id', id)
    .first('s.id', 's.frequency', 'i.filters');
  return row ? toOwn(row) : null;
}

/** Ends a subscription and deletes what is kept of it. */
export const remove = (strapi: Core.Strapi, id: string): Promise<unknown> =>
  strapi.db.connection('subscriptions').where({ id }).delete();

/** The confirmed subscriptions of the address that one of them belongs to. */
export async function ownOf(strapi: Core.Strapi, id: string): Promise<Own[]> {
  const knex = strapi.db.connection;
  const rows = await knex('subscriptions as s')
    .join('subscription_interests as i', 'i.id', 's.interest_id')
    .where('s.state', 'active')
    .where('s.address_hash', knex('subscriptions').select('address_hash').where({ id, state: 'active' }))
    .orderBy('s.confirmed_at')
    .select('s.id', 's.frequency', 'i.filters');
  return rows.map(toOwn);
}

const toOwn = (row: { id: unknown; frequency: unknown; filters: unknown }): Own => ({
  id: String(row.id),
  frequency: row.frequency as Frequency,
  filters: filtersSchema.parse(fromJson(row.filters)),
});

/** Ends all subscriptions of the address that one of them belongs to. */
export const removeAll = (strapi: Core.Strapi, id: string): Promise<unknown> =>
  strapi.db.connection.raw(
    'delete from subscriptions where address_hash = (select address_hash from subscriptions where id = ?)',
    [id],
  );

/** Another frequency; what waits already goes out at its time. */
export async function setFrequency(strapi: Core.Strapi, id: string, frequency: Frequency): Promise<void> {
  const knex = strapi.db.connection;
  const at = dueAt(frequency, new Date(), settingsOf(strapi), await loadCalendar(strapi));
  await knex('subscriptions')
    .where({ id, state: 'active' })
    .update({ frequency, due_at: knex.raw('case when due_at is not null then ?::timestamptz end', [at]) });
}
