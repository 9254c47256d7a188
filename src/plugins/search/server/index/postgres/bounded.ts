import type { Knex } from 'knex';
import { DisclosureError } from '../../../../disclosure/server/errors';

/** Milliseconds that a search may take of the database. */
const TIMEOUT_MS = 2_000;
/** PostgreSQL: query_canceled */
const CANCELED = '57014';

/**
 * Reads within a bound of time.
 *
 * @throws DisclosureError BUSY where it takes longer
 */
export async function bounded<T>(knex: Knex, read: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  try {
    return await knex.transaction(
      async (trx) => {
        await trx.raw(`set local statement_timeout = ${TIMEOUT_MS}`);
        return read(trx);
      },
      { readOnly: true },
    );
  } catch (error) {
    if ((error as { code?: string }).code !== CANCELED) throw error;
    throw new DisclosureError('BUSY', '检索用时过长,请换更具体的词,或加上领域、部门等条件再试');
  }
}
