import type { Core } from '@strapi/strapi';
import { buildServer } from './start/build-server';
import { exportEnvironment } from './start/environment';
import { requireNodeVersion } from './start/node-version';
import { ROOT } from './start/paths';
import { loadSecrets } from './start/secrets';
import { readSettings } from './start/settings';
import { withDatabase } from './with-database';

/**
 * Gives a command the product itself, in this process and without listening, on the database of this
 * installation; a server may run beside it.
 */
export async function withStrapi<T>(work: (strapi: Core.Strapi) => Promise<T>): Promise<T> {
  requireNodeVersion(process.versions.node);
  const here = process.cwd();
  return withDatabase(async (databaseUrl) => {
    const settings = readSettings(process.env);
    buildServer();
    exportEnvironment(settings, loadSecrets(settings.dataDir), databaseUrl);
    // Strapi takes a second to load and reads the environment while it does.
    const { loadStrapi } = require('./start/strapi') as typeof import('./start/strapi');
    let close = async (): Promise<void> => undefined;
    process.chdir(ROOT);
    const strapi = await loadStrapi({ panel: false }, (end) => {
      close = end;
    });
    process.chdir(here);
    try {
      return await work(strapi);
    } finally {
      await close();
    }
  });
}

/** A compiled module of the product, the very one that the loaded Strapi uses. */
export const compiled = <T>(module: string): T => require(`${ROOT}/dist/src/plugins/${module}`) as T;
