import type { Context } from 'koa';
import { z } from 'zod';

/**
 * Which pages of other sites may talk to this server from a browser.
 *
 * Everybody's page may read what everybody may read: no cookie goes along, and nobody's Authorization. Pages that sign in
 * or write are those of the configured origins.
 */

const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value;

/** CORS_ORIGINS: origins that may write, separated by commas. */
export const corsOriginsSchema = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
  )
  .refine(
    (origins) => origins.every(isOrigin),
    '须为网站地址，如 https://www.example.gov.cn，多个用逗号分隔',
  );

const READING = new Set(['GET', 'HEAD']);

type Asked = { method: string; headers: string; path: string };

/** What a preflight announces, or what a request is. */
function askedBy(ctx: Context): Asked {
  const isPreflight = ctx.method === 'OPTIONS' && Boolean(ctx.get('Access-Control-Request-Method'));
  return isPreflight
    ? {
        method: ctx.get('Access-Control-Request-Method').toUpperCase(),
        headers: ctx.get('Access-Control-Request-Headers'),
        path: ctx.path,
      }
    : { method: ctx.method, headers: ctx.get('Authorization') ? 'authorization' : '', path: ctx.path };
}

/** GraphQL asks by POST; without Authorization it only reads. The panel is for its own pages alone. Pure. */
export function readsAnonymously({ method, headers, path }: Asked): boolean {
  if (/^\/(admin|content-manager|upload)(\/|$)/.test(path)) return false;
  if (/(^|[\s,])authorization([\s,]|$)/i.test(headers)) return false;
  return READING.has(method) || (method === 'POST' && path === '/graphql');
}

/** Headers of answers that a page's script may see. */
const EXPOSED = [
  'Content-Disposition',
  'ETag',
  'Last-Modified',
  'Retry-After',
  ...['Limit', 'Remaining', 'Reset'].flatMap((name) => [`X-RateLimit-${name}`, `X-RateLimit-${name}-Day`]),
];

/** Configuration of strapi::cors. @throws z.ZodError for origins that are none */
export function corsConfig(origins: string | undefined) {
  const trusted = corsOriginsSchema.parse(origins);
  const isTrusted = (ctx: Context) => trusted.includes(ctx.get('Origin'));
  return {
    origin: (ctx: Context): string[] => (readsAnonymously(askedBy(ctx)) ? ['*'] : trusted),
    // strapi::cors hands it on to @koa/cors, which takes a function
    credentials: isTrusted,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    headers: ['Content-Type', 'Authorization', 'Accept', 'X-API-Key', 'If-None-Match'],
    expose: EXPOSED,
    // a day: what is configured here may change
    maxAge: 86_400,
    keepHeadersOnError: true,
  };
}
