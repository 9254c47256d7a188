import path from 'node:path';
import { config as loadEnvFile } from 'dotenv';
import { runningDatabase, startEmbeddedPostgres } from '../../database/embedded';
import { requireDatabase } from './start/database-check';
import { ROOT } from './start/paths';
import { loadSecrets } from './start/secrets';
import { readSettings } from './start/settings';

/**
 * Gives a command the database of this installation: DATABASE_URL, else the embedded one of the running
 * server, else the embedded one started for as long as the command works.
 */
export async function withDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  loadEnvFile({ path: path.join(ROOT, '.env') });
  const { databaseUrl, dataDir } = readSettings(process.env);
  if (databaseUrl) {
    await requireDatabase(databaseUrl);
    return work(databaseUrl);
  }
  const secrets = loadSecrets(dataDir);
  const running = runningDatabase(dataDir, secrets.POSTGRES_PASSWORD);
  if (running) return work(running);
  const embedded = await startEmbeddedPostgres({
    dataDir,
    superuserPassword: secrets.POSTGRES_SUPERUSER_PASSWORD,
    password: secrets.POSTGRES_PASSWORD,
  });
  try {
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}
