import type { Core } from '@strapi/strapi';
import type { SearchIndex } from '../search-index';
import { count, facets } from './count';
import { best, newest } from './find';
import { put, remove } from './write';

/** The index in PostgreSQL: one table, one GIN index over the terms. */
export function postgresIndex(strapi: Core.Strapi): SearchIndex {
  // the connection is there when Strapi has started, which is after a plugin's register
  const knex = () => strapi.db.connection;
  return {
    put,
    remove,
    best: (tiers, scope, most) => best(knex(), tiers, scope, most),
    newest: (expression, scope, limit, after) => newest(knex(), expression, scope, limit, after),
    count: (expression, scope) => count(knex(), expression, scope),
    facets: (expression, scope) => facets(knex(), expression, scope),
  };
}
