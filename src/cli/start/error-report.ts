import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from '../../../database/embedded';
import { StartFailure } from './failure';

/**
 * One Chinese sentence for an error. Expected ones bring their own; what a developer needs for any other goes to
 * `error.log` in the data folder.
 *
 * @param doing what failed, e.g. `启动失败`
 */
export function sentenceFor(error: unknown, doing: string, dataDir: string): string {
  if (error instanceof StartFailure || error instanceof EmbeddedPostgresError) return error.message;
  const log = path.join(dataDir, 'error.log');
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    fs.appendFileSync(log, `${new Date().toISOString()} ${details}\n`, { mode: 0o600 });
  } catch {
    return `${doing}(${details.split('\n')[0]}),请处理后重新启动。`;
  }
  return `${doing},原因已写入 ${log} 末尾,请处理后重新启动。`;
}
