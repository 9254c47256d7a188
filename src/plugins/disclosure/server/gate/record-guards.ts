import type { Core } from '@strapi/strapi';
import { allTypes } from '../domain/registry';

/**
 * Puts the trigger of the last line on the table of every disclosure type. Done at each start, because
 * Strapi makes these tables only after the migrations have run. It is told who reviews every document of the type.
 */
export async function installRecordGuards(strapi: Core.Strapi): Promise<void> {
  for (const { uid, manifest } of allTypes(strapi)) {
    const { collectionName } = strapi.contentType(uid);
    // the arguments of a trigger are literals, which no binding can stand for
    const knex = strapi.db.connection;
    const reviewer = manifest.reviewedBy ? knex.raw('?', [manifest.reviewedBy]).toQuery() : '';
    await knex.raw(
      `create or replace trigger record_belongs_to_owner before insert or update or delete on ??
         for each row execute function guard_record(${reviewer})`,
      [collectionName as string],
    );
  }
}
