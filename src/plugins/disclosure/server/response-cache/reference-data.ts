import type { Core } from '@strapi/strapi';
import { REFERENCE_TYPES } from '../content-types';
import { responseCache } from './cache';

/** Kept by the office, and no part of a public answer. */
const PRIVATE = 'membership';

const uids = () =>
  REFERENCE_TYPES.filter(({ singular }) => singular !== PRIVATE).map(
    ({ singular }) => `plugin::disclosure.${singular}`,
  );

/**
 * Has a change of departments, columns, catalogue rows … told to every cache. Done at each start, because Strapi
 * makes these tables only after the migrations have run.
 */
export async function tellOfReferenceData(strapi: Core.Strapi): Promise<void> {
  for (const uid of uids()) {
    const { collectionName } = strapi.contentType(uid as never) as { collectionName: string };
    await strapi.db.connection.raw(
      `create or replace trigger tell_caches after insert or update or delete on ??
         for each statement execute function tell_caches('all')`,
      [collectionName],
    );
  }
  followHere(strapi);
}

/** Whoever has changed it reads the change here, before the database has told of it. */
function followHere(strapi: Core.Strapi): void {
  const follow = async () => {
    const forget = () => responseCache(strapi).clear();
    if (!strapi.db.inTransaction()) return forget();
    await strapi.db.transaction(({ onCommit }) => onCommit(forget));
  };
  strapi.db.lifecycles.subscribe({
    models: uids(),
    afterCreate: follow,
    afterCreateMany: follow,
    afterUpdate: follow,
    afterUpdateMany: follow,
    afterDelete: follow,
    afterDeleteMany: follow,
  });
}
