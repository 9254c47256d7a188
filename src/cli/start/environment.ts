import type { Secrets } from './secrets';
import type { Settings } from './settings';

/** What Strapi's configuration and the engine read; a value that the person set wins over a generated one. */
export function exportEnvironment(settings: Settings, secrets: Secrets, databaseUrl: string): void {
  const { POSTGRES_SUPERUSER_PASSWORD, POSTGRES_PASSWORD, ...generated } = secrets;
  for (const [name, value] of Object.entries(generated)) process.env[name] ||= value;
  Object.assign(process.env, {
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    HOST: settings.host,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    ADMIN_EMAIL: settings.adminEmail,
    ADMIN_PASSWORD: settings.adminPassword ?? secrets.ADMIN_PASSWORD,
    DEMO: String(settings.demo),
    DEMO_PASSWORD: settings.demoPassword ?? secrets.DEMO_PASSWORD,
  });
  if (settings.databaseReadUrl) process.env.DATABASE_READ_URL = settings.databaseReadUrl;
  else delete process.env.DATABASE_READ_URL;
}
