import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { allTypes } from '../domain/registry';
import { OPEN_STATES } from '../types';
import { workingCopies } from './working-copies';

const COLUMNS = ['document_id', 'title', 'state', 'owner', 'due_on', 'updated_at', 'contributors'] as const;

/**
 * A query that begins with `work`: every working copy of some departments that is not finished, and what
 * was published in urgency and awaits its review; `live` tells whether an edition of it is public.
 */
export function fromOpenWork(strapi: Core.Strapi, owners: readonly string[]): Knex.QueryBuilder {
  const knex = strapi.db.connection;
  const open = workingCopies(strapi, allTypes(strapi), COLUMNS, (rows) =>
    rows
      .whereIn('owner', [...owners])
      .where((either) =>
        either
          .whereIn('state', [...OPEN_STATES])
          .orWhere((urgent) => urgent.where('state', 'published').whereNotNull('urgent_at')),
      ),
  );
  return knex.with('open', open).with(
    'work',
    knex.raw(
      `select open.*, p.document_id is not null as live
           from open left join publications p on p.document_id = open.document_id and p.state = 'live'`,
    ),
  );
}
