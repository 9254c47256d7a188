import type { Core } from '@strapi/strapi';
import createKnex, { type Knex } from 'knex';
import type { ReadSource } from './read-connection';

/** Milliseconds between two looks at a replica that is current, or cannot be reached. */
const LOOK_MS = 1_000;
/** Milliseconds between two looks at one that is behind: the first ones in quick succession. */
const BEHIND_MS = { first: 5, longest: 250 };
/** Milliseconds that a look, and a read's wait for a connection, may take. */
const ANSWER_MS = 2_000;
const CONNECTIONS = 20;

export type Replica = {
  /** where to read; null while it does not have everything that this instance has been told of */
  source(): ReadSource | null;
  /** something has changed on the primary: it is not current until it has that too */
  changed(): void;
  /** nothing is heard of changes until `changed` */
  deaf(): void;
  /** a read has failed on it */
  failed(): void;
  stop(): Promise<void>;
};

/**
 * Follows a streaming replica. It is read from only while it has replayed whatever this instance has been told of:
 * after each announcement the primary is asked how far its log reaches, and the replica is read again once it has
 * come as far. Reads go to the primary until then, and while the replica cannot be reached.
 */
export function followReplica(strapi: Core.Strapi, url: string): Replica {
  const knex = createKnex({
    client: 'pg',
    connection: { connectionString: url, application_name: 'open-disclosure reads' },
    pool: { min: 0, max: CONNECTIONS },
    acquireConnectionTimeout: ANSWER_MS,
  });
  const source = { knex, url };
  let isCurrent = false;
  let isDeaf = true;
  let isStopped = false;
  // counts what was heard: what is heard during a look makes it worthless
  let heard = 0;
  let wake = (): void => undefined;
  let problem: string | null = null;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const outdate = () => {
    isCurrent = false;
    heard += 1;
    wake();
  };
  const tell = (found: string | null) => {
    if (found === problem) return;
    problem = found;
    if (found) strapi.log.warn(`read replica: ${found}; public reads go to the primary`);
    else strapi.log.info('read replica: current');
  };

  async function catchUp(): Promise<void> {
    const begun = heard;
    const end = await endOfLog(strapi);
    for (
      let wait = BEHIND_MS.first;
      heard === begun && !isStopped;
      wait = Math.min(wait * 2, BEHIND_MS.longest)
    ) {
      if (await hasReplayed(knex, end)) {
        // what was heard meanwhile is looked after by the next turn
        if (heard === begun && !isDeaf) isCurrent = true;
        return;
      }
      await pause(wait);
    }
  }

  async function follow(): Promise<void> {
    while (!isStopped) {
      try {
        if (isCurrent) await hasReplayed(knex, '0/0');
        else if (!isDeaf) await catchUp();
        tell(null);
        if (isCurrent || isDeaf) await pause(LOOK_MS);
      } catch (error) {
        isCurrent = false;
        tell(error instanceof Error ? error.message : String(error));
        await pause(LOOK_MS);
      }
    }
  }
  const following = follow();

  return {
    source: () => (isCurrent ? source : null),
    changed() {
      isDeaf = false;
      outdate();
    },
    deaf() {
      isDeaf = true;
      outdate();
    },
    failed: outdate,
    async stop() {
      isStopped = true;
      outdate();
      await following;
      await knex.destroy();
    },
  };
}

/** How far the primary's log reaches: everything that is committed lies before it. */
async function endOfLog(strapi: Core.Strapi): Promise<string> {
  const { rows } = await strapi.db.connection.raw('select pg_current_wal_insert_lsn()::text as "end"');
  return String(rows[0].end);
}

/** @throws Error when it is none, or does not answer in time */
async function hasReplayed(knex: Knex, end: string): Promise<boolean> {
  const { rows } = await knex
    .raw('select pg_is_in_recovery() as "isReplica", pg_last_wal_replay_lsn() >= ?::pg_lsn as "isThere"', [
      end,
    ])
    .timeout(ANSWER_MS);
  const [{ isReplica, isThere }] = rows as [{ isReplica: boolean; isThere: boolean | null }];
  if (!isReplica) throw new Error('DATABASE_READ_URL is no replica');
  return isThere === true;
}
