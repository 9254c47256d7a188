import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isAlive } from '../../database/embedded/postmaster';
import { freePort } from '../../database/embedded/server';
import { ROOT } from '../../src/cli/start/paths';
import { temporaryFolder } from '../support/start-process';

/** Milliseconds for a first start, which makes a database and every table of every domain. */
const START_MS = 300_000;

const waitFor = async (what: () => boolean, withinMs = 60_000) => {
  const end = Date.now() + withinMs;
  while (!what()) {
    if (Date.now() > end) throw new Error(`It did not happen within ${withinMs / 1000} seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** npm runs a script in a shell; both stand in here for a shell that starts a shell. */
test.each(['npm', 'shell'])(
  'a killed %s takes the server and PostgreSQL with it',
  async (victim) => {
    const dataDir = temporaryFolder();
    const port = String(await freePort());
    const command = 'node --require tsx/cjs src/cli/start.ts --without-panel; exit $?';
    const env = {
      ...process.env,
      npm_lifecycle_event: 'start',
      PORT: port,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
    };
    const npm = spawn(
      process.execPath,
      [
        '-e',
        `require('child_process').spawn('sh', ['-c', ${JSON.stringify(command)}], { stdio: 'inherit' })`,
      ],
      {
        cwd: ROOT,
        env: { ...env, HOST: '127.0.0.1', DATABASE_READ_URL: '', DEMO: 'false' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    npm.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    await waitFor(() => output.includes('已启动'), START_MS);
    const server = (JSON.parse(fs.readFileSync(path.join(dataDir, 'lock'), 'utf8')) as { pid: number }).pid;
    const postgres = Number.parseInt(
      fs.readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8'),
      10,
    );
    const shell = Number(fs.readFileSync(`/proc/${server}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);

    process.kill(victim === 'npm' ? (npm.pid as number) : shell, 'SIGKILL');

    await waitFor(() => !isAlive(server));
    expect(isAlive(postgres)).toBe(false);
    expect(output).toContain('已停止');
  },
  START_MS + 120_000,
);
