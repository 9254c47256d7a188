import type { Core } from '@strapi/strapi';
import { allTypes } from '../domain/registry';

/**
 * Puts the trigger of the last line on the table of every disclosure type. Done at each start, because
 * Strapi makes these tables only after the migrations have run.
 */
export async function installRecordGuards(strapi: Core.Strapi): Promise<void> {
  for (const { uid } of allTypes(strapi)) {
    const { collectionName } = strapi.contentType(uid);
    await strapi.db.connection.raw(
      `create or replace trigger record_belongs_to_owner before insert or update or delete on ??
         for each row execute function guard_record()`,
      [collectionName as string],
    );
  }
}
