import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import type { Consumer } from '../consumer';

type Row = {
  id: string;
  name: string;
  contact: string;
  purpose: string;
  per_day: number;
  per_minute: number;
  expires_on: string | null;
  key_hash: string;
  key_start: string;
  key_since: Date;
  revoked_at: Date | null;
  created_at: Date;
};

const toConsumer = (row: Row): Consumer => ({
  id: Number(row.id),
  name: row.name,
  contact: row.contact,
  purpose: row.purpose,
  perDay: row.per_day,
  perMinute: row.per_minute,
  expiresOn: row.expires_on,
  keyHash: row.key_hash,
  keyStart: row.key_start,
  keySince: row.key_since,
  revokedAt: row.revoked_at,
  createdAt: row.created_at,
});

/** What is kept of a consumer, but for what the database gives it. */
export type ConsumerColumns = Partial<Omit<Row, 'id' | 'created_at'>>;

/** All consumers, the newest first. */
export async function readConsumers(strapi: Core.Strapi): Promise<Consumer[]> {
  const knex = strapi.db.connection;
  const rows = await knex('api_consumers')
    .orderBy('id', 'desc')
    .select('*', knex.raw('expires_on::text as expires_on'));
  return (rows as Row[]).map(toConsumer);
}

/** One consumer, locked for a change; null where there is none. */
export async function lockConsumer(
  strapi: Core.Strapi,
  trx: Transaction,
  id: number,
): Promise<Consumer | null> {
  const knex = strapi.db.connection;
  const row = await knex('api_consumers')
    .transacting(trx)
    .where({ id })
    .forUpdate()
    .first('*', knex.raw('expires_on::text as expires_on'));
  return row ? toConsumer(row as Row) : null;
}

export async function insertConsumer(
  strapi: Core.Strapi,
  trx: Transaction,
  columns: ConsumerColumns,
): Promise<number> {
  const [made] = await strapi.db.connection('api_consumers').transacting(trx).insert(columns).returning('id');
  return Number((made as { id: string }).id);
}

export async function updateConsumer(
  strapi: Core.Strapi,
  trx: Transaction,
  id: number,
  columns: ConsumerColumns,
): Promise<void> {
  await strapi.db.connection('api_consumers').transacting(trx).where({ id }).update(columns);
}
