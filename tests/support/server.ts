import { testRun } from './cluster';
import { createTestDatabase } from './databases';
import { type StartOptions, spawnStart } from './start-process';

export type TestServer = {
  /** Without a slash at the end. */
  url: string;
  databaseUrl: string;
  adminPassword: string;
  demoPassword: string;
  pid: number;
  /** Everything printed so far. */
  output(): string;
  /** Ends the server in order. */
  stop(): Promise<void>;
  /** Ends it as a power failure would. */
  kill9(): Promise<void>;
};

export type ServerOptions = Pick<StartOptions, 'demo' | 'env' | 'panel'> & {
  /** Start on this database, for instance the one of a killed server, instead of a fresh one. */
  databaseUrl?: string;
};

/** The administrator of every test server. */
export const ADMIN_EMAIL = 'admin@example.test';

/** Starts the product on a fresh database (with the demo if wanted) and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase(options.demo ? 'demo' : 'plain'));
  const server = await spawnStart({ ...options, databaseUrl });
  await server.ready();
  const { secrets } = testRun();
  return {
    url: server.url,
    databaseUrl,
    adminPassword: options.env?.ADMIN_PASSWORD ?? String(secrets.ADMIN_PASSWORD),
    demoPassword: options.env?.DEMO_PASSWORD ?? String(secrets.DEMO_PASSWORD),
    pid: server.pid,
    output: () => server.stdout() + server.stderr(),
    stop: async () => {
      const status = await server.stop();
      if (status !== 0)
        throw new Error(`The server ended with status ${status}.\n${server.stdout()}${server.stderr()}`);
    },
    kill9: async () => {
      server.signal('SIGKILL');
      await server.exited;
    },
  };
}
