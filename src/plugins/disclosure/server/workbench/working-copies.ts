import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { RegisteredType } from '../domain/registry';

/**
 * The working copies of several types as one query, each with the `uid` of its type: thirty tables are
 * looked at in one statement.
 *
 * @param refine narrows the rows of each table, so that its index serves
 */
export function workingCopies(
  strapi: Core.Strapi,
  types: readonly RegisteredType[],
  columns: readonly (string | Knex.Raw)[],
  refine: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
): Knex.QueryBuilder {
  const knex = strapi.db.connection;
  const parts = types.map(({ uid }) =>
    refine(
      knex(String(strapi.contentType(uid).collectionName))
        .select(knex.raw('?::text as uid', [uid]), ...columns)
        .whereNull('published_at'),
    ),
  );
  return knex.unionAll(parts, true);
}
