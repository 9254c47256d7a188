import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { compressPanel } from './compress-panel';
import { StartFailure } from './failure';
import { DIST, ROOT } from './paths';
import { filesBelow, hashFiles, withImports } from './source-files';
import { dropStamp, isCurrent, type Stamp, writeStamp } from './stamp';

/** Whether the admin panel in `dist/build` is missing or older than its sources. */
export function isAdminStale(): boolean {
  return !fs.existsSync(path.join(DIST, 'build', 'index.html')) || !isCurrent(adminStamp());
}

/**
 * Builds the admin panel with Strapi's own command (about half a minute), and lays its files ready compressed.
 *
 * @param log file that gets the command's output
 * @param onSpawn receives the child process, for a start that is interrupted
 * @throws StartFailure when the build fails
 */
export async function buildAdmin(
  log: string,
  onSpawn: (child: ChildProcess) => void = () => undefined,
): Promise<void> {
  const stamp = adminStamp();
  dropStamp(stamp.name);
  const output = fs.openSync(log, 'w', 0o600);
  const command = path.join(path.dirname(require.resolve('@strapi/strapi/package.json')), 'bin', 'strapi.js');
  const child = spawn(process.execPath, [command, 'build'], {
    cwd: ROOT,
    stdio: ['ignore', output, output],
    env: { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
  });
  fs.closeSync(output);
  onSpawn(child);
  const status = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null));
  });
  if (status !== 0) {
    throw new StartFailure(
      `管理后台构建失败,请查看 ${log} 里的原因,处理后重新启动(常见的是内存不足 2 GB,或者依赖没有用 npm ci 装全)。`,
    );
  }
  await compressPanel(path.join(DIST, 'build'));
  writeStamp(stamp);
}

function adminStamp(): Stamp {
  return { name: 'admin', hash: hashFiles(ROOT, adminSources()) };
}

/** The panel's own files, everything they import from the server folders, and what decides on the plugins. */
function adminSources(): string[] {
  const isTest = (file: string) => file.endsWith('.test.ts') || file.endsWith('.test.tsx');
  const plugins = filesBelow(path.join(ROOT, 'src', 'plugins'), isTest);
  const own = [
    ...filesBelow(path.join(ROOT, 'src', 'admin'), isTest),
    ...plugins.filter(
      (file) => file.includes(`${path.sep}admin${path.sep}`) || file.endsWith('package.json'),
    ),
  ];
  const settings = ['config/plugins.ts', 'config/admin.ts', 'package.json', 'package-lock.json'];
  return [...withImports(own), ...settings.map((name) => path.join(ROOT, name))];
}
