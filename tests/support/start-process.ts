import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from '../../database/embedded/server';
import { READY } from '../../src/cli/start/banner';
import { ROOT } from '../../src/cli/start/paths';
import { noteServer, testRun } from './cluster';

const READY_MS = 300_000;

export type StartOptions = {
  /** `undefined` starts the embedded PostgreSQL. */
  databaseUrl?: string;
  demo?: boolean;
  /** Default: a temporary folder that goes with the process. */
  dataDir?: string;
  port?: number;
  /** Serve the admin panel, which must have been built. */
  panel?: boolean;
  /** Let the start generate its secrets; default: the ones that all servers of the test run share. */
  ownSecrets?: boolean;
  /** Make it the leader of a process group, as a terminal does. */
  detached?: boolean;
  env?: Record<string, string>;
};

export type StartProcess = {
  pid: number;
  url: string;
  port: number;
  dataDir: string;
  stdout(): string;
  stderr(): string;
  /** Resolves when the last lines of the start are printed; rejects when the process ends before. */
  ready(): Promise<void>;
  /** The exit status; `null` after a kill. */
  exited: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  /** Ends the process in order and waits for it. */
  stop(): Promise<number | null>;
};

/** Runs the real `npm start` program as a process of its own, without building the admin panel. */
export async function spawnStart(options: StartOptions = {}): Promise<StartProcess> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const port = options.port ?? (await freePort());
  const args = ['--require', 'tsx/cjs', 'src/cli/start.ts', ...(options.panel ? [] : ['--without-panel'])];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: options.detached ?? false,
    env: { ...environment(options), PORT: String(port), DATA_DIR: dataDir, ...options.env },
  });
  noteServer(child.pid as number);
  const output = { stdout: '', stderr: '', errorLog: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (status) => {
      output.errorLog = readOrEmpty(path.join(dataDir, 'error.log'));
      if (!options.dataDir) fs.rmSync(dataDir, { recursive: true, force: true });
      resolve(status);
    });
  });
  return {
    pid: child.pid as number,
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    ready: () => waitUntilReady(child, output, exited),
    exited,
    signal: (name) => {
      child.kill(name);
    },
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

/** A data folder, removed after the test run; PostgreSQL may run as another account and must get through. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(testRun().folder, 'data-'));
  fs.chmodSync(folder, 0o711);
  return folder;
}

/** Every variable is set, to empty at least, so that a developer's own .env changes nothing. */
export function environment({ databaseUrl = '', demo = false, ownSecrets }: StartOptions): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  const { secrets } = testRun();
  const none = Object.fromEntries(Object.keys(secrets).map((name) => [name, '']));
  return {
    PATH,
    HOME,
    ...(TMPDIR && { TMPDIR }),
    ...(LANG && { LANG }),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATABASE_READ_URL: '',
    ADMIN_EMAIL: '',
    DEMO: String(demo),
    SMTP_HOST: '',
    WECHAT_APP_ID: '',
    WECHAT_APP_SECRET: '',
    WECHAT_TOKEN: '',
    WECHAT_AES_KEY: '',
    ...(ownSecrets ? none : secrets),
  };
}

async function waitUntilReady(
  child: ChildProcess,
  output: { stdout: string; stderr: string; errorLog: string },
  exited: Promise<unknown>,
): Promise<void> {
  const end = Date.now() + READY_MS;
  while (!output.stdout.includes(READY)) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > end) {
      child.kill('SIGKILL');
      await exited;
      throw new Error(
        ['The server did not start.', output.stdout, output.stderr, output.errorLog].join('\n'),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function readOrEmpty(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}
