import { StartFailure } from './failure';

/** The oldest Node.js that everything here runs on; the same as `engines` in package.json. */
const OLDEST = [20, 9];

/**
 * Refuses a Node.js that is too old.
 *
 * @param version as in `process.versions.node`
 * @throws StartFailure
 */
export function requireNodeVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new StartFailure(
    `当前的 Node.js 是 ${version},本系统需要 ${OLDEST.join('.')} 或更高的版本,请升级 Node.js(建议用最新的长期支持版)后重新启动。`,
  );
}
