import fs from 'node:fs';

/** Said where the browser tests cannot run. */
export const NO_CHROMIUM =
  '没有找到 Chromium,浏览器测试无法运行:请安装 chromium(例如 apt-get install chromium fonts-noto-cjk),或者用环境变量 CHROMIUM_PATH 指定它的路径。';

/** The browser for the browser tests, if this machine has one. */
export function chromiumPath(): string | undefined {
  const file = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
  return fs.existsSync(file) ? file : undefined;
}
