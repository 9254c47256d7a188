import type { Core } from '@strapi/strapi';
import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { DisclosureError } from '../../../../disclosure/server/errors';
import { readUrl } from '../../../../disclosure/server/replica/read-connection';

/** Reads the index. */
export type Reader = {
  read: <T extends QueryResultRow>(sql: string, values: readonly unknown[]) => Promise<T[]>;
  end: () => Promise<void>;
};

/** Searches at the same time; others wait for their turn, and no search takes a connection from a writer. */
const CONNECTIONS = 6;
/** Milliseconds that a statement may take, and that a search may wait for its turn. */
const TIMEOUT_MS = 2_000;
const TURN_MS = 5_000;
/** Milliseconds after which a connection that nobody needs is closed. */
const IDLE_MS = 30_000;
/** PostgreSQL: query_canceled */
const CANCELED = '57014';
const BUSY = '检索用时过长，请换更具体的词，或加上领域、部门等条件再试';

/** Connections of the search's own: few, and each statement bounded in time. Opened when first needed. */
export function createReader(strapi: Core.Strapi): Reader {
  /** by address: the primary's, and the replica's */
  const pools = new Map<string, Pool>();
  /** few, and always the same: prepared once for each connection */
  const names = new Map<string, string>();
  const nameOf = (sql: string): string => {
    const name = names.get(sql) ?? `search ${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
  const open = (connectionString: string): Pool => {
    const options = {
      connectionString,
      application_name: 'open-disclosure search',
      max: CONNECTIONS,
      connectionTimeoutMillis: TURN_MS,
      idleTimeoutMillis: IDLE_MS,
      allowExitOnIdle: true,
      // not by the connection's parameters, which a pooler in between would refuse
      verify: (client: PoolClient, done: (error?: Error) => void) => {
        client
          .query(`set statement_timeout = ${TIMEOUT_MS}; set plan_cache_mode = force_generic_plan`)
          .then(() => done(), done);
      },
    };
    const pool = new Pool(options);
    pools.set(connectionString, pool);
    // a connection that is lost while idle is replaced by the next search
    pool.on('error', (error) => strapi.log.warn(`search: ${error.message}`));
    return pool;
  };
  return {
    async read<T extends QueryResultRow>(sql: string, values: readonly unknown[]) {
      try {
        const url = readUrl(strapi);
        const query = { name: nameOf(sql), text: sql, values: [...values] };
        return (await (pools.get(url) ?? open(url)).query<T>(query)).rows;
      } catch (error) {
        if ((error as { code?: string }).code === CANCELED) throw new DisclosureError('BUSY', BUSY);
        throw error;
      }
    },
    async end() {
      const last = [...pools.values()];
      pools.clear();
      await Promise.all(last.map((pool) => pool.end()));
    },
  };
}
