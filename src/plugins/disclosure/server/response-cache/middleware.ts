import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { DisclosureError } from '../errors';
import { publicCacheControl } from '../http/cache-control';
import { withReplica } from '../replica/public-reads';
import { responseCache } from './cache';
import { entityTag, isNamed } from './entity-tag';
import { type Entry, isForEverybody, makeEntry } from './entry';
import { passageOf } from './front';
import { isPublicRead, tagsOf } from './kept-routes';
import { byAnything } from './tags';

/** Answers that may be kept: 404 and 410 among them. */
const KEPT = new Set([200, 404, 410]);

/**
 * Takes the answers of public reads for the cache in front, and tells readers how long they may keep them, and
 * whether they have them already. Outside of whatever sets headers, so that a kept answer has all of them.
 */
export const responseCacheMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const passage = passageOf(ctx.req);
    const asked = Date.now();
    let entry: Entry | null = null;
    try {
      if (passage?.graphql) takeBody(ctx, passage.graphql);
      const onlyReads = ctx.method === 'GET' || ctx.method === 'HEAD' || Boolean(passage?.graphql?.key);
      // a second run has ended the flight
      if (!(await withReplica(strapi, ctx, onlyReads, next))) return;
      entry = take(strapi, ctx, asked);
    } finally {
      if (passage?.flight) responseCache(strapi).end(passage.flight, entry);
    }
    if (entry && ctx.method !== 'POST') answerIfKnown(ctx, entry, passage?.ifNoneMatch);
    if (!entry) answerByOwnTag(ctx, passage?.ifNoneMatch);
  };

/** The body has been read in front of Koa; the GraphQL plugin takes one that is there. */
function takeBody(ctx: Context, { body, isValid }: { body: unknown; isValid: boolean }): void {
  if (!isValid) throw new DisclosureError('INVALID_INPUT', '请求正文不是正确的 JSON');
  (ctx.request as { body?: unknown }).body = body;
}

/** The answer as an entry, with its headers for readers set; null where it is not to be kept. */
function take(strapi: Core.Strapi, ctx: Context, asked: number): Entry | null {
  if (ctx.method === 'POST') return takeGraphql(ctx);
  if (!KEPT.has(ctx.status) || !isPublicRead(strapi, ctx)) return null;
  const own = ctx.response.get('cache-control') || null;
  if (!own) ctx.set('Cache-Control', publicCacheControl(strapi, asked));
  const body = bytesOf(ctx.body);
  if (!body || /no-store|private/i.test(own ?? '') || !isForEverybody(ctx.response.headers)) return null;
  // set before the entry is made of the headers: a text has a type only once it is the body
  ctx.body = body;
  const tags = tagsOf(ctx, body.toString('utf8'));
  const { status, response } = ctx;
  const entry = makeEntry({ status, headers: response.headers, body, tags, cacheControl: own });
  ctx.vary('Accept-Encoding');
  ctx.set('ETag', entityTag(entry.tag, 'identity'));
  return entry;
}

/** What a query found; what it says of errors is nobody else's. */
function takeGraphql(ctx: Context): Entry | null {
  const body = bytesOf(ctx.body);
  if (ctx.status !== 200 || !body || !passageOf(ctx.req)?.flight || !isForEverybody(ctx.response.headers))
    return null;
  const { data, errors } = JSON.parse(body.toString('utf8')) as { data?: unknown; errors?: unknown };
  if (!data || errors) return null;
  const tags = byAnything(ctx, '');
  // other caches do not keep what is asked for by POST, and Apollo tells them so
  const cacheControl = ctx.response.get('cache-control') || 'no-store';
  return makeEntry({ status: 200, headers: ctx.response.headers, body, tags, cacheControl });
}

/** The bytes of a finished body; null for a stream, which is sent as it comes. */
function bytesOf(body: unknown): Buffer | null {
  if (body === null || body === undefined || body === '') return null;
  if (Buffer.isBuffer(body)) return body;
  if (typeof body === 'string') return Buffer.from(body);
  if (typeof body !== 'object' || typeof (body as { pipe?: unknown }).pipe === 'function') return null;
  return body instanceof Blob || body instanceof ReadableStream ? null : Buffer.from(JSON.stringify(body));
}

/** An answer that is nobody else's, with a tag of its handler's: what the reader has was taken from the request. */
function answerByOwnTag(ctx: Context, ifNoneMatch: string | undefined): void {
  const tag = ctx.response.get('etag').replace(/^W\//, '').replace(/^"|"$/g, '');
  if (ctx.status !== 200 || !tag || !isNamed(ifNoneMatch, tag)) return;
  ctx.body = null;
  ctx.status = 304;
}

function answerIfKnown(ctx: Context, { tag }: Entry, ifNoneMatch = ctx.get('if-none-match')): void {
  if (ctx.status !== 200 || !isNamed(ifNoneMatch, tag)) return;
  ctx.body = null;
  ctx.status = 304;
}
