import path from 'node:path';
import { buildAdmin, isAdminStale } from './build-admin';
import { buildServer } from './build-server';
import { acquireLock } from './lock';
import { DIST } from './paths';
import type { Shutdown } from './shutdown';

/** Admin builds of other starts are waited for this long, in milliseconds. */
const BUILD_WAIT_MS = 300_000;

/**
 * Builds what changed: the server code (a second), the admin panel (half a minute).
 *
 * @param options.panel whether the admin panel is wanted
 * @throws StartFailure
 */
export async function buildWhatChanged(
  options: { panel: boolean; dataDir: string },
  shutdown: Shutdown,
  say: (line: string) => void,
): Promise<void> {
  if (buildServer()) say('服务端代码已编译。');
  if (!options.panel || !isAdminStale()) return;
  const lock = await acquireLock(
    path.join(DIST, '.admin-build-lock'),
    (pid) => `进程 ${pid} 正在构建管理后台,请等它完成后再启动。`,
    BUILD_WAIT_MS,
  );
  try {
    if (!isAdminStale()) return;
    say('正在构建管理后台(首次启动或后台源码有改动时需要,约半分钟到两分钟,请稍候)……');
    const begin = Date.now();
    await buildAdmin(path.join(options.dataDir, 'admin-build.log'), (child) => {
      shutdown.onStop('构建', () => {
        child.kill();
      });
    });
    say(`管理后台构建完成,用时 ${Math.round((Date.now() - begin) / 1000)} 秒。`);
  } finally {
    lock.release();
  }
}
