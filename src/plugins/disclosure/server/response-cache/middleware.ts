import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { DisclosureError } from '../errors';
import { publicCacheControl } from '../http/cache-control';
import { withReplica } from '../replica/public-reads';
import { responseCache } from './cache';
import { bytesTag, entityTag, isNamed } from './entity-tag';
import { type Entry, isForEverybody, makeEntry } from './entry';
import { passageOf } from './front';
import { isByKey, isPublicRead, tagsOf } from './kept-routes';
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
    let taken: Taken | null = null;
    try {
      if (passage?.graphql) takeBody(ctx, passage.graphql);
      const onlyReads = ctx.method === 'GET' || ctx.method === 'HEAD' || Boolean(passage?.graphql?.key);
      // a second run has ended the flight
      if (!(await withReplica(strapi, ctx, onlyReads, next))) return;
      taken = take(strapi, ctx, asked, passage?.flight != null);
    } finally {
      if (passage?.flight) responseCache(strapi).end(passage.flight, taken?.entry ?? null);
    }
    if (taken && ctx.method !== 'POST') answerIfKnown(ctx, taken, passage?.ifNoneMatch);
    if (!taken) answerByOwnTag(ctx, passage?.ifNoneMatch);
  };

/** An answer of a public read: its bytes and their tag, and the entry where somebody waits for one. */
type Taken = { tag: string; body: Buffer; entry: Entry | null };

/** The body has been read in front of Koa; the GraphQL plugin takes one that is there. */
function takeBody(ctx: Context, { body, isValid }: { body: unknown; isValid: boolean }): void {
  if (!isValid) throw new DisclosureError('INVALID_INPUT', '请求正文不是正确的 JSON');
  (ctx.request as { body?: unknown }).body = body;
}

/** Takes the answer, with its headers for readers set; null where nothing is known of its bytes, or it is somebody's. */
function take(strapi: Core.Strapi, ctx: Context, asked: number, isAwaited: boolean): Taken | null {
  if (ctx.method === 'POST') return takeGraphql(ctx);
  if (!KEPT.has(ctx.status) || !isPublicRead(strapi, ctx)) return null;
  if (isByKey(ctx)) return ctx.response.get('etag') ? null : tagBody(ctx);
  const own = ctx.response.get('cache-control') || null;
  if (!own) ctx.set('Cache-Control', publicCacheControl(strapi, asked));
  const { status, response } = ctx;
  if (/no-store|private/i.test(own ?? '') || !isForEverybody(response.headers)) return null;
  const taken = tagBody(ctx);
  if (taken && isAwaited) {
    const { body, tag } = taken;
    const tags = tagsOf(ctx, body.toString('utf8'));
    taken.entry = makeEntry({ status, headers: response.headers, body, tag, tags, cacheControl: own });
  }
  ctx.vary('Accept-Encoding');
  return taken;
}

/** Has a finished answer sent as bytes, under the tag of these. */
function tagBody(ctx: Context): Taken | null {
  const body = bytesOf(ctx.body);
  if (!body) return null;
  // before an entry is made of the headers: a text has a type only once it is the body
  ctx.body = body;
  const tag = bytesTag(body);
  ctx.set('ETag', entityTag(tag, 'identity'));
  return { tag, body, entry: null };
}

/** What a query found; what it says of errors is nobody else's. */
function takeGraphql(ctx: Context): Taken | null {
  const body = bytesOf(ctx.body);
  if (ctx.status !== 200 || !body || !passageOf(ctx.req)?.flight || !isForEverybody(ctx.response.headers))
    return null;
  const { data, errors } = JSON.parse(body.toString('utf8')) as { data?: unknown; errors?: unknown };
  if (!data || errors) return null;
  const tags = byAnything(ctx, '');
  // other caches do not keep what is asked for by POST, and Apollo tells them so
  const cacheControl = ctx.response.get('cache-control') || 'no-store';
  const tag = bytesTag(body);
  const { headers } = ctx.response;
  return { tag, body, entry: makeEntry({ status: 200, headers, body, tag, tags, cacheControl }) };
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

function answerIfKnown(ctx: Context, { tag }: Taken, ifNoneMatch = ctx.get('if-none-match')): void {
  if (ctx.status !== 200 || !isNamed(ifNoneMatch, tag)) return;
  ctx.body = null;
  ctx.status = 304;
}
