import { buildServer } from '../../src/cli/start/build-server';
import { startTestCluster } from './cluster';

type Holder = typeof globalThis & { stopTestCluster?: () => Promise<void> };

/** jest's globalSetup for every project that needs a database: compiles the server, starts the one PostgreSQL. */
export default async function globalSetup(): Promise<void> {
  const holder = globalThis as Holder;
  if (holder.stopTestCluster) return;
  buildServer();
  holder.stopTestCluster = await startTestCluster();
}

/** Stops what `globalSetup` started; may be called more than once. */
export async function stopTestCluster(): Promise<void> {
  const holder = globalThis as Holder;
  await holder.stopTestCluster?.();
  holder.stopTestCluster = undefined;
}
