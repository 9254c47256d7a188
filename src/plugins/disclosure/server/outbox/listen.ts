import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { WAKE_CHANNEL } from './enqueue';

/** Milliseconds between two tries to reach the database again. */
const AGAIN_MS = 2_000;

const CONNECT_MS = 10_000;

const listening = new WeakSet<object>();

/** Whether this instance hears what the others announce; without it, it knows less than they do. */
export const isListening = (strapi: Core.Strapi): boolean => listening.has(strapi);

/**
 * Listens on a connection of its own, and comes back when that is lost: what was announced meanwhile is
 * unknown then, so it wakes as well.
 *
 * @returns what ends it
 */
export function startListening(strapi: Core.Strapi, wake: () => void): () => Promise<void> {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const connect = async () => {
    const own = new Client({
      connectionString: connectionOf(strapi),
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    });
    client = own;
    own.on('notification', wake);
    own.on('error', () => lose(own));
    own.on('end', () => lose(own));
    try {
      await own.connect();
      await own.query(`listen ${WAKE_CHANNEL}`);
      listening.add(strapi);
      wake();
    } catch {
      lose(own);
    }
  };
  const lose = (lost: Client) => {
    if (client !== lost) return;
    client = null;
    listening.delete(strapi);
    lost.end().catch(() => undefined);
    if (stopped) return;
    timer = setTimeout(() => void connect(), AGAIN_MS);
    timer.unref();
  };
  const started = connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await started;
    const last = client;
    client = null;
    listening.delete(strapi);
    await last?.end().catch(() => undefined);
  };
}

const connectionOf = (strapi: Core.Strapi): string =>
  String(strapi.config.get('database.connection.connection.connectionString'));
