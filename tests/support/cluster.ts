import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, stopLeftover } from '../../database/embedded';
import { isAlive, signal } from '../../database/embedded/postmaster';
import { loadSecrets } from '../../src/cli/start/secrets';

const PREFIX = 'open-disclosure-test-';

/** What the workers of one test run share; handed on as an environment variable. */
export type TestRun = {
  /** Temporary folder of the run, removed at its end. */
  folder: string;
  superuserUrl: string;
  applicationPassword: string;
  /** One set for all servers of the run: demo accounts and tokens in a template work on each of them. */
  secrets: Record<string, string>;
};

const VARIABLE = 'OPEN_DISCLOSURE_TEST_RUN';

/** The running test cluster, from inside a test. */
export function testRun(): TestRun {
  const text = process.env[VARIABLE];
  if (!text)
    throw new Error('No test cluster: this folder is not in a jest project with tests/support/global-setup.');
  return JSON.parse(text) as TestRun;
}

/** Trades safety for speed: a test's data need not outlive it. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/**
 * Starts the one PostgreSQL of a test run in a temporary folder.
 *
 * @returns what stops it and removes its folder
 */
export async function startTestCluster(
  settings: Record<string, string> = FAST,
): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  fs.chmodSync(folder, 0o711);
  const { POSTGRES_SUPERUSER_PASSWORD, POSTGRES_PASSWORD, ...secrets } = loadSecrets(folder);
  const database = await startEmbeddedPostgres({
    dataDir: folder,
    superuserPassword: POSTGRES_SUPERUSER_PASSWORD,
    password: POSTGRES_PASSWORD,
    settings,
    detached: false,
  });
  const run: TestRun = {
    folder,
    superuserUrl: database.superuserUrl,
    applicationPassword: POSTGRES_PASSWORD,
    secrets,
  };
  process.env[VARIABLE] = JSON.stringify(run);
  return async () => {
    await endServers(folder);
    await database.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

/** A test run that was killed leaves its PostgreSQL and its folder. */
async function removeLeftovers(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    const folder = path.join(os.tmpdir(), name);
    const ours = fs.statSync(folder).uid === process.getuid?.();
    if (!ours || isAlive(pid)) continue;
    await endServers(folder);
    await stopLeftover(folder);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const serverList = (folder: string) => path.join(folder, 'servers');

/** Remembers a server, so that one that its test forgot or lost does not outlive the run. */
export function noteServer(pid: number): void {
  fs.appendFileSync(serverList(testRun().folder), `${pid}\n`);
}

async function endServers(folder: string): Promise<void> {
  if (!fs.existsSync(serverList(folder))) return;
  const pids = fs.readFileSync(serverList(folder), 'utf8').split('\n').filter(Boolean).map(Number);
  const left = pids.filter((pid) => isAlive(pid) && commandOf(pid).includes('src/cli/start.ts'));
  for (const pid of left) signal(pid, 'SIGTERM');
  const end = Date.now() + 15_000;
  while (left.some(isAlive) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const pid of left.filter(isAlive)) signal(pid, 'SIGKILL');
}

/** The number of a server that has ended may belong to any process by now. */
function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}
