import type { Knex } from 'knex';
import { DisclosureError } from '../../../disclosure/server/errors';

/** First half of the advisory locks of imports; the second is the person. */
const SPACE = 0x494d50;

type Connection = {
  query: (text: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;
};
type Client = {
  acquireConnection: () => Promise<Connection>;
  releaseConnection: (one: Connection) => Promise<void>;
};

/**
 * Runs the one import that a person may have at a time. The lock belongs to a connection of its own and
 * ends with it: a process that is killed leaves nothing behind that says it still works.
 *
 * @throws DisclosureError INVALID_TRANSITION while another import of the person runs, in whatever process
 */
export async function exclusively<T>(knex: Knex, personId: string, work: () => Promise<T>): Promise<T> {
  const client = (knex as unknown as { client: Client }).client;
  const connection = await client.acquireConnection();
  try {
    const { rows } = await connection.query('select pg_try_advisory_lock($1, hashtext($2)) as ours', [
      SPACE,
      personId,
    ]);
    if (rows[0]?.ours !== true) {
      throw new DisclosureError('INVALID_TRANSITION', '您有一个导入正在进行，请等它完成后再开始下一个');
    }
    try {
      return await work();
    } finally {
      await connection.query('select pg_advisory_unlock($1, hashtext($2))', [SPACE, personId]);
    }
  } finally {
    await client.releaseConnection(connection);
  }
}

/** Whether an import of the person runs now, in whatever process. */
export async function isImporting(knex: Knex, personId: string): Promise<boolean> {
  const { rows } = await knex.raw(
    `select 1 from pg_locks
      where locktype = 'advisory' and classid = ? and objid = hashtext(?)::bigint & 4294967295 and granted
        and database = (select oid from pg_database where datname = current_database())`,
    [SPACE, personId],
  );
  return rows.length > 0;
}
