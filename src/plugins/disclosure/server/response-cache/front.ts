import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import { publicCacheControl } from '../http/cache-control';
import { responseCache } from './cache';
import { compressEntry, type Entry, sendEntry } from './entry';
import { type GraphqlRequest, isGraphqlRead, readGraphqlRequest } from './graphql-request';
import { requestKey } from './request-key';
import type { Flight, ResponseStore } from './store';

/** What this part knows of a request on its way through Koa. */
export type Passage = {
  flight: Flight | null;
  /** taken from the request, so that the run makes the whole answer for all who wait */
  ifNoneMatch: string | undefined;
  /** a body of GraphQL that has been read from the stream */
  graphql?: GraphqlRequest;
};

const passages = new WeakMap<IncomingMessage, Passage>();

export const passageOf = (req: IncomingMessage): Passage | undefined => passages.get(req);

/** Longer than any origin of a real page: the host's 253 characters, scheme and port. */
const MAX_ORIGIN = 300;

/**
 * Stands before Koa: gives kept answers, and has concurrent misses run once. Everything that could make an answer
 * somebody's own (cookie, credentials, key, a body) goes past it.
 */
export function standInFront(strapi: Core.Strapi): void {
  const server = strapi.server.httpServer;
  const store = responseCache(strapi);
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  const koa: RequestListener = (req, res) => {
    for (const listener of listeners) listener.call(server, req, res);
  };
  const endpoint = String(strapi.config.get('plugin::graphql.endpoint', '/graphql'));
  server.on('request', (req, res) => {
    if (!store.isOn || isSomebodys(req)) return koa(req, res);
    if (isGraphqlRead(req, endpoint)) {
      void readGraphqlRequest(req).then((graphql) => {
        if (graphql === null) return;
        const key = graphql.key && keyFor(req, `POST ${endpoint} ${graphql.key}`);
        answer(strapi, store, koa, req, res, key || null, graphql);
      });
      return;
    }
    answer(strapi, store, koa, req, res, isPlainRead(req) ? keyFor(req, requestKey(req.url ?? '')) : null);
  });
}

const isSomebodys = ({ headers }: IncomingMessage): boolean =>
  headers.cookie !== undefined || headers.authorization !== undefined || headers['x-api-key'] !== undefined;

const isPlainRead = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['transfer-encoding'] === undefined &&
  (headers['content-length'] === undefined || headers['content-length'] === '0');

/** A page of another origin is answered with headers of its own (CORS). */
function keyFor({ headers }: IncomingMessage, key: string | null): string | null {
  const { origin } = headers;
  if (key === null || origin === undefined) return key;
  return origin.length <= MAX_ORIGIN ? `${origin} ${key}` : null;
}

function answer(
  strapi: Core.Strapi,
  store: ResponseStore,
  koa: RequestListener,
  req: IncomingMessage,
  res: ServerResponse,
  key: string | null,
  graphql?: GraphqlRequest,
): void {
  if (key === null) {
    pass(koa, req, res, null, graphql);
    return;
  }
  const entry = store.get(key);
  if (entry) {
    sendEntry(req, res, entry, publicCacheControl(strapi));
    if (!entry.compressing) compress(strapi, store, key, entry);
    return;
  }
  const flight = store.join(key, {
    send: (made) => {
      if (made) sendEntry(req, res, made, publicCacheControl(strapi));
      else pass(koa, req, res, null, graphql);
    },
  });
  if (flight) pass(koa, req, res, flight, graphql);
}

function pass(
  koa: RequestListener,
  req: IncomingMessage,
  res: ServerResponse,
  flight: Flight | null,
  graphql: GraphqlRequest | undefined,
): void {
  const ifNoneMatch = req.headers['if-none-match'];
  if (flight) delete req.headers['if-none-match'];
  if (flight || graphql) passages.set(req, { flight, ifNoneMatch, ...(graphql ? { graphql } : {}) });
  koa(req, res);
}

function compress(strapi: Core.Strapi, store: ResponseStore, key: string, entry: Entry): void {
  compressEntry(entry)
    .then((hasGrown) => {
      if (hasGrown) store.resize(key, entry);
    })
    .catch((error: unknown) => strapi.log.error(error));
}
