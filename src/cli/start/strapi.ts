import { type Core, createStrapi } from '@strapi/strapi';
import { DIST, ROOT } from './paths';

/** Milliseconds that open requests, and an interrupted start, get to finish. */
const DRAIN_MS = 5_000;
const LOAD_MS = 15_000;

/**
 * Loads the compiled application, database schema included. It does not listen yet.
 *
 * Not `strapi.start()`: that ends the process on an error, and PostgreSQL would be left behind.
 *
 * @param options.panel whether to serve the admin panel from `dist/build`
 * @param onClose receives, before the load, what stops listening, lets requests finish and ends Strapi
 */
export async function loadStrapi(
  { panel }: { panel: boolean },
  onClose: (close: () => Promise<void>) => void,
): Promise<Core.Strapi> {
  const strapi = withoutItsSignals(() =>
    createStrapi({ appDir: ROOT, distDir: DIST, serveAdminPanel: panel }),
  );
  const loading = strapi.load();
  onClose(async () => {
    if (!(await within(LOAD_MS, loading))) return abandon(strapi);
    await drain(strapi);
    await strapi.destroy();
  });
  await loading;
  return strapi;
}

/** Strapi's own handlers end the process as soon as Strapi has stopped, before PostgreSQL has. */
function withoutItsSignals<T>(create: () => T): T {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const result = create();
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (!before.get(signal)?.includes(listener)) process.removeListener(signal, listener);
    }
  }
  return result;
}

async function drain(strapi: Core.Strapi): Promise<void> {
  const { httpServer } = strapi.server;
  if (!httpServer.listening) return;
  const closed = new Promise<void>((resolve) => httpServer.close(() => resolve()));
  httpServer.closeIdleConnections();
  await within(DRAIN_MS, closed);
}

/** A Strapi that did not finish loading cannot run its own end; its connections are what matters. */
async function abandon(strapi: Core.Strapi): Promise<void> {
  await strapi.db?.destroy().catch(() => undefined);
}

/** Waits for a promise, but not for ever; tells whether it was fulfilled. */
async function within(ms: number, promise: Promise<unknown>): Promise<boolean> {
  const fulfilled = promise.then(
    () => true,
    () => false,
  );
  const timeout = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ms).unref());
  return Promise.race([fulfilled, timeout]);
}
