import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { databaseAccount } from './embedded/account';
import { installedBinaries } from './embedded/binaries';
import { createCluster, SUPERUSER } from './embedded/cluster';
import { existingCluster, newClusterFolder, reachableBinaries, reachableCluster } from './embedded/location';
import { runningPort, signal, stopOrphan, stopPostmaster } from './embedded/postmaster';
import { type RunningServer, startServer } from './embedded/server';

export { EmbeddedPostgresError } from './embedded/error';

/** Name of the application's role and of its database. */
const APPLICATION = 'disclosure';
const LOG_LIMIT_BYTES = 10_000_000;

export type EmbeddedOptions = {
  /** Folder that holds the cluster (`postgres`) and its log (`postgres.log`). */
  dataDir: string;
  /** Passwords of the superuser (maintenance) and of the application's role. */
  superuserPassword: string;
  password: string;
  /** Further server settings, e.g. `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>;
  /** Default true: PostgreSQL gets a process group of its own and no Ctrl-C of the terminal. */
  detached?: boolean;
};

export type EmbeddedPostgres = {
  /** Address of the application's database, with the role that owns it. */
  url: string;
  /** Address of the maintenance database as superuser. */
  superuserUrl: string;
  pid: number;
  /** Fast shutdown; may be called more than once. */
  stop(): Promise<void>;
  /** Calls back when the server ends without `stop`. */
  onUnexpectedExit(callback: () => void): void;
};

/**
 * Address of the application's database where its server is running already (another process of this
 * installation started it); undefined where none runs.
 */
export function runningDatabase(dataDir: string, password: string): string | undefined {
  const cluster = existingCluster(dataDir);
  const port = cluster && runningPort(cluster);
  return port ? addressOf(port, APPLICATION, password, APPLICATION) : undefined;
}

/**
 * Starts the embedded PostgreSQL: a real server on a free loopback port with password sign-in only. Makes the
 * cluster on the first start, and first stops a server that outlived a killed process.
 *
 * @param onStop receives the stop function as soon as a process exists, for a start that is interrupted
 * @throws EmbeddedPostgresError with a Chinese sentence for every expected failure
 */
export async function startEmbeddedPostgres(
  { dataDir, superuserPassword, password, settings = {}, detached = true }: EmbeddedOptions,
  onStop: (stop: () => Promise<void>) => void = () => undefined,
): Promise<EmbeddedPostgres> {
  const log = prepareLog(dataDir);
  const existing = existingCluster(dataDir);
  const account = databaseAccount(existing);
  const native = reachableBinaries(installedBinaries(), account);
  const cluster = await prepareCluster();

  let stopped: Promise<void> | undefined;
  let watcher: (() => void) | undefined;
  const server = await startServer(
    { native, account, cluster, password: superuserPassword, log, detached, settings },
    (spawned) => {
      stopped = undefined;
      onStop(() => stop(spawned));
      guardExit(spawned);
      spawned.child.once('exit', () => stopped ?? watcher?.());
    },
  );
  const superuserUrl = addressOf(server.port, SUPERUSER, superuserPassword, 'postgres');
  await ensureApplicationDatabase(superuserUrl, password);
  return {
    url: addressOf(server.port, APPLICATION, password, APPLICATION),
    superuserUrl,
    pid: server.pid,
    stop: () => stop(server),
    onUnexpectedExit: (callback) => {
      watcher = callback;
    },
  };

  async function prepareCluster(): Promise<string> {
    if (existing !== undefined) {
      await stopOrphan(existing);
      return reachableCluster(dataDir, existing, account);
    }
    const folder = newClusterFolder(dataDir, account);
    createCluster({ native, account, folder, dataDir, password: superuserPassword, log });
    return fs.realpathSync(folder);
  }

  function stop({ pid }: RunningServer): Promise<void> {
    stopped ??= stopPostmaster(pid);
    return stopped;
  }
}

/** Stops a server that outlived a killed process of ours, if one runs on this data folder. */
export async function stopLeftover(dataDir: string): Promise<void> {
  const cluster = existingCluster(dataDir);
  if (cluster !== undefined) await stopOrphan(cluster);
}

/** A process that ends without an orderly stop still tells PostgreSQL to end; only `kill -9` cannot. */
function guardExit({ child, pid }: RunningServer): void {
  const guard = () => signal(pid, 'SIGINT');
  process.once('exit', guard);
  child.once('exit', () => process.removeListener('exit', guard));
}

function prepareLog(dataDir: string): string {
  const log = path.join(dataDir, 'postgres.log');
  if ((fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) fs.truncateSync(log);
  return log;
}

async function ensureApplicationDatabase(superuserUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION]);
    const verb = role.rowCount ? 'alter' : 'create';
    await client.query(`${verb} role ${APPLICATION} login password ${client.escapeLiteral(password)}`);
    const database = await client.query('select 1 from pg_database where datname = $1', [APPLICATION]);
    if (!database.rowCount) await client.query(`create database ${APPLICATION} owner ${APPLICATION}`);
  } finally {
    await client.end();
  }
}

const addressOf = (port: number, user: string, password: string, database: string) =>
  `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
