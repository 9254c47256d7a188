import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './error';

/** Milliseconds a fast shutdown may take (it writes a checkpoint) before the hard one. */
const FAST_SHUTDOWN_MS = 60_000;

const pidFile = (cluster: string) => path.join(cluster, 'postmaster.pid');

/** Whether a process with this number runs (a zombie does not). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !/^\d+ \(.*\) Z/s.test(readOrEmpty(`/proc/${pid}/stat`));
}

/** The loopback port of the server that runs on this cluster; its pid file names it on the fourth line. */
export function runningPort(cluster: string): number | undefined {
  const [pid, , , port] = readOrEmpty(pidFile(cluster))
    .split('\n')
    .map((line) => Number.parseInt(line, 10));
  return pid && port && isPostmasterOf(pid, cluster) ? port : undefined;
}

/**
 * Stops a PostgreSQL that outlived a killed process of ours, cleanly, so that its data is taken over whole.
 * A pid file without such a server is removed: after a reboot its number may belong to any process.
 *
 * @throws EmbeddedPostgresError when the server does not stop
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pid = Number.parseInt(readOrEmpty(pidFile(cluster)), 10);
  if (!(pid > 0)) return;
  if (isPostmasterOf(pid, cluster)) await stopPostmaster(pid);
  fs.rmSync(pidFile(cluster), { force: true });
}

/**
 * Fast shutdown: open transactions are rolled back, a checkpoint is written; the hard one if that hangs.
 *
 * @throws EmbeddedPostgresError when even the hard shutdown does not end the server
 */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await gone(pid, FAST_SHUTDOWN_MS)) return;
  signal(pid, 'SIGQUIT');
  if (await gone(pid, 10_000)) return;
  throw new EmbeddedPostgresError(`数据库进程 ${pid} 无法停止,请手动结束它后重新启动。`);
}

/** Sends a signal; a process that is already gone is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    // A postmaster's working folder is its cluster.
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster);
  } catch {
    return false;
  }
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

function readOrEmpty(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
