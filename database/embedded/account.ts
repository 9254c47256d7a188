import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { EmbeddedPostgresError } from './error';

/** The operating-system account that PostgreSQL runs as; `undefined` means the account of this process. */
export type Account = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root, so a root process hands it to this account. */
const ACCOUNT_NAME = 'postgres';

/**
 * The account for a cluster. An ordinary user runs PostgreSQL herself; root runs it as the owner of an
 * existing cluster (it may have been made by an ordinary user), else as `postgres`, created when missing.
 *
 * @param cluster folder of an existing cluster, if there is one
 * @throws EmbeddedPostgresError when the cluster belongs to someone else or no account can be made
 */
export function databaseAccount(cluster: string | undefined): Account {
  const self = process.getuid?.();
  const owner = cluster === undefined ? undefined : fs.statSync(cluster);
  if (self !== 0) {
    if (owner && self !== undefined && owner.uid !== self) {
      throw new EmbeddedPostgresError(
        `数据库目录 ${cluster} 属于另一个系统用户(uid ${owner.uid}),当前用户无法启动它,请换用该用户或 root 启动,或者把目录的所有者改为当前用户。`,
      );
    }
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findAccount() ?? createAccount();
}

/** Whether an account can enter a folder or execute a file, whatever the folders above it allow. */
export function canReach(file: string, account: Account): boolean {
  if (!account) return true;
  const check = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', file], { ...account, cwd: '/' });
  return check.status === 0;
}

function findAccount(): Account {
  try {
    const read = (flag: string) =>
      Number(
        execFileSync('id', [flag, ACCOUNT_NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    return undefined;
  }
}

function createAccount(): Account {
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  spawnSync('useradd', [...flags, ACCOUNT_NAME], { stdio: 'ignore' });
  const account = findAccount();
  if (!account) {
    throw new EmbeddedPostgresError(
      `内置数据库不能以 root 身份运行,而系统用户 ${ACCOUNT_NAME} 又无法自动创建,请先执行 useradd --system ${ACCOUNT_NAME},或者改用普通用户启动,或者用 DATABASE_URL 指定已有的 PostgreSQL。`,
    );
  }
  return account;
}
