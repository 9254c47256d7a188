import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Account } from './account';
import { EmbeddedPostgresError } from './error';
import { clusterEntry, giveTo } from './location';

/** The cluster's superuser; the application signs in as an ordinary role. */
export const SUPERUSER = 'postgres';

type NewCluster = {
  native: string;
  account: Account;
  folder: string;
  dataDir: string;
  password: string;
  log: string;
};

/**
 * Creates an empty cluster (UTF-8, scram passwords only). It is made under another name and renamed at the
 * end, so that an interrupted start never leaves half a cluster.
 *
 * @throws EmbeddedPostgresError when initdb fails; the log has its output
 */
export function createCluster({ native, account, folder, dataDir, password, log }: NewCluster): void {
  const parent = path.dirname(folder);
  if (parent !== dataDir) fs.chmodSync(parent, 0o755);
  const draft = `${folder}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  giveTo(draft, account);
  const secret = writePasswordFile(password, account);
  try {
    runInitdb(native, account, draft, secret, log);
  } finally {
    fs.rmSync(path.dirname(secret), { recursive: true, force: true });
  }
  fs.renameSync(draft, folder);
  if (parent !== dataDir) fs.symlinkSync(folder, clusterEntry(dataDir));
}

function writePasswordFile(password: string, account: Account): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'initdb-'));
  const file = path.join(folder, 'password');
  fs.writeFileSync(file, `${password}\n`, { mode: 0o600 });
  giveTo(folder, account);
  return file;
}

function runInitdb(
  native: string,
  account: Account,
  folder: string,
  passwordFile: string,
  log: string,
): void {
  const locale =
    process.platform === 'linux'
      ? ['--locale=C.UTF-8']
      : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const result = spawnSync(
    path.join(native, 'bin', 'initdb'),
    [
      `--pgdata=${folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...locale,
    ],
    { ...account, cwd: '/', encoding: 'utf8', env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' } },
  );
  fs.appendFileSync(log, `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}\n`, {
    mode: 0o600,
  });
  if (result.status === 0) return;
  fs.rmSync(folder, { recursive: true, force: true });
  throw new EmbeddedPostgresError(
    `内置数据库无法初始化,请查看 ${log} 里的原因(常见的是磁盘已满或目录没有写权限),或者用 DATABASE_URL 指定已有的 PostgreSQL。`,
  );
}
