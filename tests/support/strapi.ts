import type { Core } from '@strapi/strapi';
import { DIST, ROOT } from '../../src/cli/start/paths';
import { testRun } from './cluster';

export type BootedStrapi = { strapi: Core.Strapi; destroy(): Promise<void> };

/**
 * Loads the compiled application inside the jest process, without listening: for tests of the document service
 * and of what lies below it. One at a time.
 *
 * @param env further variables, e.g. `{ DEMO: 'true' }`
 */
export async function bootStrapi(
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<BootedStrapi> {
  // jest gives tests only a copy of the environment.
  const native = globalThis.nativeRequire('node:process') as NodeJS.Process;
  Object.assign(native.env, testRun().secrets, {
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    HOST: '127.0.0.1',
    PORT: '1337',
    DATABASE_URL: databaseUrl,
    DATABASE_READ_URL: '',
    ADMIN_EMAIL: 'admin@example.test',
    DEMO: 'false',
    SMTP_HOST: '',
    WECHAT_APP_ID: '',
    WECHAT_APP_SECRET: '',
    WECHAT_TOKEN: '',
    WECHAT_AES_KEY: '',
    ...env,
  });
  const { createStrapi } = globalThis.nativeRequire('@strapi/strapi') as typeof import('@strapi/strapi');
  const strapi = await createStrapi({ appDir: ROOT, distDir: DIST, serveAdminPanel: false }).load();
  return { strapi, destroy: () => strapi.destroy() };
}
