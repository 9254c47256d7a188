import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { type Account, databaseAccount } from '../../database/embedded/account';
import { installedBinaries } from '../../database/embedded/binaries';
import { existingCluster, giveTo, reachableBinaries } from '../../database/embedded/location';
import { stopPostmaster } from '../../database/embedded/postmaster';
import { freePort } from '../../database/embedded/server';
import { testRun } from './cluster';

export type TestReplica = {
  /** the same database on the replica */
  urlOf(databaseUrl: string): string;
  /** lets what the primary commits no longer be seen here */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** ends it, as a failure would */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

const READY_MS = 120_000;

/**
 * Makes a streaming replica of the test cluster: a copy of its folder taken as a base backup, following it over the
 * network. (pg_basebackup does not come with the embedded PostgreSQL.)
 */
export async function startReplica(): Promise<TestReplica> {
  const { folder, superuserUrl } = testRun();
  const primary = fs.realpathSync(existingCluster(folder) as string);
  const account = databaseAccount(primary);
  const native = reachableBinaries(installedBinaries(), account);
  const copy = `${primary}-replica-${process.pid}`;
  await copyCluster(superuserUrl, primary, copy, account);
  const port = await freePort();
  let pid = 0;

  const urlOf = (databaseUrl: string) => {
    const url = new URL(databaseUrl);
    url.port = String(port);
    return url.href;
  };
  const asSuperuser = async (sql: string) => {
    const client = new Client({ connectionString: urlOf(superuserUrl) });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const start = async () => {
    const log = fs.openSync(path.join(folder, 'replica.log'), 'a');
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      hot_standby: 'on',
      max_connections: '300',
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(path.join(native, 'bin', 'postgres'), ['-D', copy, '-p', String(port), ...flags], {
      ...account,
      cwd: '/',
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    });
    fs.closeSync(log);
    pid = child.pid as number;
    const end = Date.now() + READY_MS;
    while (
      !(await asSuperuser('select 1').then(
        () => true,
        () => false,
      ))
    ) {
      if (Date.now() > end) throw new Error(fs.readFileSync(path.join(folder, 'replica.log'), 'utf8'));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await start();
  const kill = async () => {
    if (pid) await stopPostmaster(pid);
    pid = 0;
  };
  return {
    urlOf,
    pause: () => asSuperuser('select pg_wal_replay_pause()'),
    resume: () => asSuperuser('select pg_wal_replay_resume()'),
    kill,
    start,
    async stop() {
      await kill();
      fs.rmSync(copy, { recursive: true, force: true });
    },
  };
}

/** A base backup by hand: the folder is copied between the two marks. */
async function copyCluster(superuserUrl: string, from: string, to: string, account: Account): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("select pg_backup_start('replica', true)");
    const left = new Set(['postmaster.pid', 'postmaster.opts', 'pg_replslot', 'pg_stat_tmp']);
    fs.cpSync(from, to, {
      recursive: true,
      filter: (file) => !left.has(path.relative(from, file)) && !path.basename(file).startsWith('pgsql_tmp'),
    });
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    fs.writeFileSync(path.join(to, 'backup_label'), String(rows[0]?.labelfile));
  } finally {
    await client.end();
  }
  fs.mkdirSync(path.join(to, 'pg_replslot'), { recursive: true });
  fs.mkdirSync(path.join(to, 'pg_stat_tmp'), { recursive: true });
  fs.writeFileSync(path.join(to, 'standby.signal'), '');
  const { hostname, port, username, password } = new URL(superuserUrl);
  fs.appendFileSync(
    path.join(to, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}'\n`,
  );
  fs.chmodSync(to, 0o700);
  giveTo(to, account);
}
