import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from '../../src/cli/start/paths';
import { environment, temporaryFolder } from './start-process';

export type CliProcess = {
  child: ChildProcess;
  output(): string;
  /** The exit status; null after a kill. */
  exited: Promise<number | null>;
};

/** Runs a command of the product (`npm run import -- …`) as a process of its own on a test database. */
export function runCli(
  script: 'import' | 'import-regulations' | 'export',
  args: readonly string[],
  { databaseUrl }: { databaseUrl: string },
): CliProcess {
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', `${ROOT}/src/cli/${script}.ts`, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment({ databaseUrl, demo: true }), DATA_DIR: temporaryFolder() },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, output: () => output, exited };
}
