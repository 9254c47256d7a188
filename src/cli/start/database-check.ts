import { Client } from 'pg';
import { StartFailure } from './failure';

/** The oldest PostgreSQL that Strapi supports. */
const OLDEST_MAJOR = 14;
const CONNECT_MS = 8_000;

/**
 * Checks that the database at DATABASE_URL answers and is new enough.
 *
 * @throws StartFailure with a sentence that never shows the password
 */
export async function requireDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST_MAJOR) {
      throw new StartFailure(
        `DATABASE_URL 指向的 PostgreSQL 是 ${major} 版,本系统需要 ${OLDEST_MAJOR} 或更高的版本,请升级数据库,或者换一个地址。`,
      );
    }
  } catch (error) {
    throw error instanceof StartFailure ? error : new StartFailure(sentenceFor(error, url));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function sentenceFor(error: unknown, url: string): string {
  const { host, pathname, username } = new URL(url);
  const { code } = error as { code?: string };
  if (code === '28P01' || code === '28000') {
    return `数据库 ${host} 拒绝了用户 ${decodeURIComponent(username)} 的登录,请检查 DATABASE_URL 里的用户名和密码。`;
  }
  if (code === '3D000') {
    return `数据库服务器 ${host} 上没有名为 ${decodeURIComponent(pathname.slice(1))} 的数据库,请先建库,或者改正 DATABASE_URL。`;
  }
  const detail = code ?? (error instanceof Error ? error.message.replace(/[。.]\s*$/, '') : '原因不明');
  return `连接不上 DATABASE_URL 指向的数据库 ${host}(${detail}),请确认数据库已经启动、地址和端口正确、网络可达,或者去掉 DATABASE_URL 改用内置数据库。`;
}
