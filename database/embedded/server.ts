import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import type { Account } from './account';
import { SUPERUSER } from './cluster';
import { EmbeddedPostgresError } from './error';
import { stopPostmaster } from './postmaster';

/** Milliseconds for the first connection; recovery after a crash may take longer and is waited for. */
const CONNECT_MS = 60_000;
const ATTEMPTS = 3;
const AUTHENTICATION_FAILED = '28P01';
const STARTING_UP = '57P03';

export type RunningServer = { child: ChildProcess; pid: number; port: number };

export type ServerOptions = {
  native: string;
  account: Account;
  cluster: string;
  password: string;
  log: string;
  /** `false` keeps PostgreSQL in the process group of its parent, so that it ends with it. */
  detached: boolean;
  settings: Record<string, string>;
};

/**
 * Starts PostgreSQL on a free loopback port and waits until it answers.
 *
 * @param onSpawn called as soon as the process exists, so that an interrupted start can stop it
 * @throws EmbeddedPostgresError when it does not come up
 */
export async function startServer(
  options: ServerOptions,
  onSpawn: (server: RunningServer) => void,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await spawnServer(options);
    onSpawn(server);
    if (await isReady(server, options)) return server;
    // Another process may have taken the port in between, or the backends of a killed server still end.
    if (attempt === ATTEMPTS) break;
    await pause(500);
  }
  throw new EmbeddedPostgresError(
    `内置数据库无法启动,请查看 ${options.log} 末尾的原因,处理后重新启动,或者用 DATABASE_URL 指定已有的 PostgreSQL。`,
  );
}

async function spawnServer(options: ServerOptions): Promise<RunningServer> {
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = fs.openSync(options.log, 'a', 0o600);
  const child = spawn(
    path.join(options.native, 'bin', 'postgres'),
    ['-D', options.cluster, '-p', String(port), ...flags],
    {
      ...options.account,
      cwd: '/',
      // Ctrl-C in a terminal goes to the whole process group; PostgreSQL must outlive the HTTP server.
      detached: options.detached,
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    },
  );
  fs.closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  return { child, pid: child.pid as number, port };
}

async function isReady({ child, port, pid }: RunningServer, options: ServerOptions): Promise<boolean> {
  const end = Date.now() + CONNECT_MS;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const code = await tryConnect(port, options.password);
    if (code === undefined) return true;
    if (code === AUTHENTICATION_FAILED) {
      await stopPostmaster(pid);
      throw new EmbeddedPostgresError(
        '数据目录里的 secrets.json 与数据库不是同一套(数据库口令不符),请恢复原来的 secrets.json,或者把整个数据目录移走后重新启动(将新建空数据库)。',
      );
    }
    if (code !== STARTING_UP && Date.now() > end) {
      await stopPostmaster(pid);
      return false;
    }
    await pause(40);
  }
}

async function tryConnect(port: number, password: string): Promise<string | undefined> {
  const client = new Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' });
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? 'UNKNOWN';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A free TCP port of the loopback interface. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
