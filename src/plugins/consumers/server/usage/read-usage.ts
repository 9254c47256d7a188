import type { Core } from '@strapi/strapi';
import { addDays, todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { UsageRow } from '../contract';
import { ROUTE_GROUP_NAMES } from './route-group';

/** What was asked for in the last days, the newest first: a row a day, consumer and part of the interface. */
export async function readUsage(strapi: Core.Strapi, days: number): Promise<UsageRow[]> {
  const knex = strapi.db.connection;
  const rows = (await knex('api_usage as u')
    .join('api_consumers as c', 'c.id', 'u.consumer_id')
    .where('u.day', '>', addDays(todayInShanghai(), -days))
    .orderBy([{ column: 'u.day', order: 'desc' }, { column: 'c.name' }, { column: 'u.route_group' }])
    .select('u.consumer_id', 'c.name', 'u.route_group', 'u.requests', 'u.refused')
    .select(knex.raw('u.day::text as day'))) as {
    consumer_id: string;
    name: string;
    day: string;
    route_group: string;
    requests: string;
    refused: string;
  }[];
  return rows.map((row) => ({
    consumerId: Number(row.consumer_id),
    name: row.name,
    day: row.day,
    group: ROUTE_GROUP_NAMES[row.route_group] ?? row.route_group,
    requests: Number(row.requests),
    refused: Number(row.refused),
  }));
}
