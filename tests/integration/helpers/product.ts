import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { DIST, ROOT } from '../../../src/cli/start/paths';
import { createTestDatabase, type DatabaseKind, type Sql, sql } from '../../support';
import { testRun } from '../../support/cluster';
import { setEnvironment } from './native';

/** The whole product inside this process: its address, its database, and Strapi itself. */
export type Product = {
  strapi: Core.Strapi;
  url: string;
  databaseUrl: string;
  query: Sql;
  adminPassword: string;
  demoPassword: string;
  /** Ends it; the database stays for a second start. */
  stop(): Promise<void>;
};

export type ProductOptions = {
  kind?: DatabaseKind;
  databaseUrl?: string;
  env?: Record<string, string>;
  /** the compiled application, where it is another than that of the checkout */
  distDir?: string;
};

/** Starts the product on a fresh database (default: with the demo) and listens on a free port. */
export async function startProduct({
  kind = 'demo',
  env,
  distDir = DIST,
  ...options
}: ProductOptions = {}): Promise<Product> {
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase(kind));
  const { secrets } = testRun();
  setEnvironment({
    ...secrets,
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    DATABASE_READ_URL: '',
    ADMIN_EMAIL: 'admin@example.test',
    DEMO: 'false',
    SMTP_HOST: '',
    ENCRYPTION_PROFILE: '',
    CLAMD_HOST: '',
    CLAMD_SOCKET: '',
    WECHAT_APP_ID: '',
    WECHAT_APP_SECRET: '',
    WECHAT_TOKEN: '',
    WECHAT_AES_KEY: '',
    ...env,
  });
  const { createStrapi } = globalThis.nativeRequire('@strapi/strapi') as typeof import('@strapi/strapi');
  const strapi = await createStrapi({ appDir: ROOT, distDir, serveAdminPanel: false }).load();
  await new Promise<void>((resolve) => {
    strapi.server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const query = sql(databaseUrl);
  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    databaseUrl,
    query,
    adminPassword: String(secrets.ADMIN_PASSWORD),
    demoPassword: String(secrets.DEMO_PASSWORD),
    stop: async () => {
      await query.end();
      await strapi.destroy();
    },
  };
}
