import fs from 'node:fs';
import { StartFailure } from './failure';

/**
 * Makes the data folder and checks that files can be written there.
 *
 * @throws StartFailure
 */
export function prepareDataFolder(dataDir: string): void {
  try {
    // Other accounts may pass through (PostgreSQL runs as one when we are root) but not list it.
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch {
    throw new StartFailure(
      `数据目录 ${dataDir} 无法写入,请把它的读写权限给当前用户,或者用环境变量 DATA_DIR 指定另一个目录。`,
    );
  }
}
