import type { Core } from '@strapi/strapi';
import { currentProfile } from '../../../disclosure/server/privacy/encryption-profile';
import { fingerprint, openAddress, sealAddress } from '../secrets';

const BATCH = 500;

/**
 * After a switch of the profile of encryption: seals addresses anew, and computes anew what they are looked up by. Once a
 * start is enough, for a switch takes one.
 *
 * @returns how many
 */
export async function resealAddresses(strapi: Core.Strapi): Promise<number> {
  const knex = strapi.db.connection;
  for (let done = 0; ; ) {
    const rows = (await knex('subscriptions')
      .whereRaw('address not like ?', [`${currentProfile()}.%`])
      .limit(BATCH)
      .select('id', 'address')) as { id: string; address: string }[];
    if (rows.length === 0) return done;
    for (const { id, address } of rows) {
      const email = openAddress(strapi, id, address);
      await knex('subscriptions')
        // the row as it was read: another instance may have been here
        .where({ id, address })
        .update({
          address: sealAddress(strapi, id, email),
          address_hash: fingerprint(strapi, 'address', email.toLowerCase()),
        });
    }
    done += rows.length;
  }
}
