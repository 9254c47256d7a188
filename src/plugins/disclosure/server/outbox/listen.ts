import type { Core } from '@strapi/strapi';
import { Client } from 'pg';

/** Milliseconds between two tries to reach the database again. */
const AGAIN_MS = 2_000;

const CONNECT_MS = 10_000;
/** Milliseconds between two looks whether the connection still carries something, and for the answer to one. */
const LOOK_MS = 2_000;
const ANSWER_MS = 3_000;

/** What hears a channel. */
export type ChannelListener = {
  channel: string;
  hear: (payload: string) => void;
  /** it hears from now on; what was announced before is unknown */
  begin?: () => void;
  /** it hears nothing until `begin` */
  lose?: () => void;
};

const listening = new WeakSet<object>();

/** Whether this instance hears what the others announce; without it, it knows less than they do. */
export const isListening = (strapi: Core.Strapi): boolean => listening.has(strapi);

/**
 * Listens on a connection of its own, and comes back when that is lost. A connection that only seems to be there
 * counts as lost after five seconds.
 *
 * @returns what ends it
 */
export function startListening(
  strapi: Core.Strapi,
  listeners: readonly ChannelListener[],
): () => Promise<void> {
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
    own.on('notification', ({ channel, payload = '' }) => {
      for (const listener of listeners) if (listener.channel === channel) listener.hear(payload);
    });
    own.on('error', () => lose(own));
    own.on('end', () => lose(own));
    try {
      await own.connect();
      for (const { channel } of listeners) await own.query(`listen ${channel}`);
      if (client !== own) return;
      listening.add(strapi);
      for (const { begin } of listeners) begin?.();
      look(own);
    } catch {
      lose(own);
    }
  };
  const lose = (lost: Client) => {
    if (client !== lost) return;
    clearTimeout(timer);
    silence();
    // a connection that answers nothing does not answer to its end either
    (lost as unknown as { connection?: { stream?: { destroy(): void } } }).connection?.stream?.destroy();
    lost.end().catch(() => undefined);
    if (stopped) return;
    timer = setTimeout(() => void connect(), AGAIN_MS);
    timer.unref();
  };
  const silence = () => {
    client = null;
    listening.delete(strapi);
    for (const { lose: loseOne } of listeners) loseOne?.();
  };
  /** Asks for an answer now and then: a machine that is gone says nothing. */
  const look = (own: Client) => {
    timer = setTimeout(() => {
      const late = setTimeout(() => lose(own), ANSWER_MS);
      own
        .query('select 1')
        .then(
          () => {
            if (client === own) look(own);
          },
          () => lose(own),
        )
        .finally(() => clearTimeout(late));
    }, LOOK_MS);
    timer.unref();
  };
  const started = connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await started;
    const last = client;
    silence();
    await last?.end().catch(() => undefined);
  };
}

const connectionOf = (strapi: Core.Strapi): string =>
  String(strapi.config.get('database.connection.connection.connectionString'));
