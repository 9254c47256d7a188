import type { Core } from '@strapi/strapi';
import type { SearchIndex } from '../search-index';
import { count, facets } from './count';
import { among, best, newest } from './find';
import { createReader } from './reader';
import { put, remove } from './write';

/** The index in PostgreSQL: one table, one GIN index over the terms. */
export function postgresIndex(strapi: Core.Strapi): SearchIndex {
  const reader = createReader(strapi);
  return {
    put,
    remove,
    best: (tiers, scope, most) => best(reader, tiers, scope, most),
    newest: (expression, scope, limit, after) => newest(reader, expression, scope, limit, after),
    among: (expression, documentIds) => among(reader, expression, documentIds),
    count: (expression, scope, seen) => count(reader, expression, scope, seen),
    facets: (expression, scope) => facets(reader, expression, scope),
    close: () => reader.end(),
  };
}
