import path from 'node:path';
import { config as loadEnvFile } from 'dotenv';
import { startEmbeddedPostgres } from '../../database/embedded';
import { renderBanner } from './start/banner';
import { prepareDataFolder } from './start/data-folder';
import { requireDatabase } from './start/database-check';
import { exportEnvironment } from './start/environment';
import { sentenceFor } from './start/error-report';
import { watchLauncher } from './start/launcher';
import { acquireLock } from './start/lock';
import { requireNodeVersion } from './start/node-version';
import { ROOT } from './start/paths';
import { requireFreePort } from './start/port';
import { buildWhatChanged } from './start/prepare';
import { loadSecrets, type Secrets, secretsFile } from './start/secrets';
import { readSettings, type Settings } from './start/settings';
import { createShutdown, type Shutdown } from './start/shutdown';

const say = (line: string) => console.log(line);

/** `npm start`; the option `--without-panel` neither builds nor serves the admin panel. */
async function main(shutdown: Shutdown): Promise<void> {
  requireNodeVersion(process.versions.node);
  process.chdir(ROOT);
  loadEnvFile({ path: path.join(ROOT, '.env') });
  const settings = readSettings(process.env);
  const panel = !process.argv.includes('--without-panel');

  shutdown.listen();
  watchLauncher(() => void shutdown.stop(0));
  prepareDataFolder(settings.dataDir);
  // Instances that share a real database may run side by side; an embedded one has one owner.
  if (!settings.databaseUrl) await lockDataFolder(settings.dataDir, shutdown);
  await requireFreePort(settings.port, settings.host);
  const secrets = loadSecrets(settings.dataDir);
  await buildWhatChanged({ panel, dataDir: settings.dataDir }, shutdown, say);

  exportEnvironment(settings, secrets, await openDatabase(settings, secrets, shutdown));
  await serve(settings, secrets, panel, shutdown);
}

async function lockDataFolder(dataDir: string, shutdown: Shutdown): Promise<void> {
  const lock = await acquireLock(
    path.join(dataDir, 'lock'),
    (pid) =>
      `数据目录 ${dataDir} 正被另一个实例(进程 ${pid})使用,请先停掉它,或者用环境变量 DATA_DIR 指定另一个目录。`,
  );
  shutdown.onStop('实例锁', lock.release);
  shutdown.onBegin(lock.markStopping);
}

async function openDatabase(settings: Settings, secrets: Secrets, shutdown: Shutdown): Promise<string> {
  if (settings.databaseUrl) {
    await requireDatabase(settings.databaseUrl);
    return settings.databaseUrl;
  }
  const database = await startEmbeddedPostgres(
    {
      dataDir: settings.dataDir,
      superuserPassword: secrets.POSTGRES_SUPERUSER_PASSWORD,
      password: secrets.POSTGRES_PASSWORD,
    },
    (stop) => shutdown.onStop('数据库', stop),
  );
  database.onUnexpectedExit(() => {
    if (shutdown.isStopping) return;
    console.error(
      `内置数据库意外停止,请查看 ${path.join(settings.dataDir, 'postgres.log')} 末尾的原因后重新启动。`,
    );
    void shutdown.stop(1);
  });
  return database.url;
}

async function serve(
  settings: Settings,
  secrets: Secrets,
  panel: boolean,
  shutdown: Shutdown,
): Promise<void> {
  // Strapi takes a second to load and reads the environment while it does.
  const { loadStrapi } = require('./start/strapi') as typeof import('./start/strapi');
  const { canSignIn, ensureAdministrator } =
    require('./start/administrator') as typeof import('./start/administrator');
  const strapi = await loadStrapi({ panel }, (close) =>
    shutdown.onStop('网站服务', async () => {
      await close();
      // Strapi has just removed every listener of the process.
      shutdown.listen();
    }),
  );
  const adminPassword = settings.adminPassword ?? secrets.ADMIN_PASSWORD;
  await ensureAdministrator(strapi, String(process.env.DATABASE_URL), settings.adminEmail, adminPassword);
  await strapi.listen();
  const knowsPassword = await canSignIn(strapi, settings.adminEmail, adminPassword);
  say(
    renderBanner({
      host: settings.host,
      port: settings.port,
      adminPath: panel ? strapi.config.get<string>('admin.path') : undefined,
      adminEmail: settings.adminEmail,
      adminPassword: knowsPassword ? adminPassword : undefined,
      demoPassword: settings.demo ? (settings.demoPassword ?? secrets.DEMO_PASSWORD) : undefined,
      secretsFile: secretsFile(settings.dataDir),
    }),
  );
}

if (require.main === module) {
  // Warnings about other people's code say nothing to the person who starts this.
  Object.assign(process, { noDeprecation: true });
  const shutdown = createShutdown(say);
  const dataDir = () => path.resolve(ROOT, process.env.DATA_DIR || '.data');
  const fail = (doing: string) => (error: unknown) => {
    if (shutdown.isStopping) return;
    console.error(sentenceFor(error, doing, dataDir()));
    void shutdown.stop(1);
  };
  process.on('uncaughtException', fail('程序出现未预料的错误而停止'));
  main(shutdown).catch(fail('启动失败'));
}
