import fs from 'node:fs';
import path from 'node:path';
import { type Account, canReach } from './account';
import type { Binaries } from './binaries';
import { EmbeddedPostgresError } from './error';

/** Where things go that another account must reach when the checkout lies in a private folder. */
const SHARED_ROOT = '/var/lib/open-disclosure';

/** The folder of the cluster as the data folder names it; a symlink when the cluster had to live elsewhere. */
export const clusterEntry = (dataDir: string): string => path.join(dataDir, 'postgres');

/**
 * The real folder of the existing cluster, or `undefined` when there is none yet.
 *
 * @throws EmbeddedPostgresError when the data folder points to a cluster that is gone
 */
export function existingCluster(dataDir: string): string | undefined {
  const entry = clusterEntry(dataDir);
  if (!fs.lstatSync(entry, { throwIfNoEntry: false })) return undefined;
  if (!fs.existsSync(entry)) {
    throw new EmbeddedPostgresError(
      `数据目录里的 ${entry} 指向 ${fs.readlinkSync(entry)},但那里已经没有数据库,请恢复该目录,或者删除这个链接后重新启动(将新建空数据库)。`,
    );
  }
  return fs.realpathSync(entry);
}

/** The folder for a new cluster: inside the data folder when the account can get there, else outside. */
export function newClusterFolder(dataDir: string, account: Account): string {
  if (canReach(dataDir, account)) return clusterEntry(dataDir);
  fs.mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 });
  return path.join(fs.mkdtempSync(path.join(SHARED_ROOT, 'data-'), 'utf8'), 'postgres');
}

/**
 * The folder of an existing cluster that the account can reach: a cluster inside a folder that has become
 * private is moved outside and replaced by a symlink.
 */
export function reachableCluster(dataDir: string, cluster: string, account: Account): string {
  if (canReach(cluster, account)) return cluster;
  const target = newClusterFolder(dataDir, account);
  fs.chmodSync(path.dirname(target), 0o755);
  fs.cpSync(cluster, target, { recursive: true, preserveTimestamps: true });
  giveTo(target, account);
  const entry = clusterEntry(dataDir);
  fs.renameSync(entry, `${entry}.moved`);
  fs.symlinkSync(target, entry);
  fs.rmSync(`${entry}.moved`, { recursive: true, force: true });
  return target;
}

/** The `native` folder that the account can execute: the package's own or, where that is private, a copy. */
export function reachableBinaries(binaries: Binaries, account: Account): string {
  if (canReach(path.join(binaries.native, 'bin', 'postgres'), account)) return binaries.native;
  const copy = path.join(SHARED_ROOT, `postgresql-${binaries.version}`);
  if (fs.existsSync(copy)) return copy;
  fs.mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 });
  const draft = fs.mkdtempSync(`${copy}.`);
  fs.cpSync(binaries.native, draft, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(draft, 0o755);
  try {
    fs.renameSync(draft, copy);
  } catch (error) {
    // Another start was first; its copy is the same.
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw error;
  }
  return copy;
}

/** Hands a folder and everything in it to an account. */
export function giveTo(folder: string, account: Account): void {
  if (!account) return;
  fs.lchownSync(folder, account.uid, account.gid);
  if (!fs.lstatSync(folder).isDirectory()) return;
  for (const name of fs.readdirSync(folder)) giveTo(path.join(folder, name), account);
}
