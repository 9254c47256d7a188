import type { Context, Next } from 'koa';

/** Nothing of the panel loads from, or talks to, another machine (Strapi's own default allows any https). */
const PANEL_POLICY = [
  "default-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "frame-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "object-src 'none'",
].join('; ');

/** Data is read by programs: opened by itself in a browser, it has nothing to load and nobody to be framed by. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** What says something of pages alone: each line more is read by every reader of data for nothing. */
const OF_PAGES = [
  'Referrer-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  // the policy of data says it, more strictly
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
];

/** strapi::cors lets every page read what nobody's page has asked for, the panel's answers as well. */
const OF_ORIGINS = ['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'];

/** Uploaded files are other people's: they never run in the panel's origin. */
const UPLOAD_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Pictures and PDF are shown; everything else is only ever saved. */
const SHOWN = /\.(png|jpe?g|gif|webp|pdf)$/i;

/** Says what a browser may do with an answer. */
export const contentPolicyMiddleware =
  () =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    if (!ctx.get('Origin')) for (const name of OF_ORIGINS) ctx.remove(name);
    if (!ctx.path.startsWith('/uploads/')) {
      const isData = Boolean(ctx.response.is('json', '+json'));
      ctx.set('Content-Security-Policy', isData ? DATA_POLICY : PANEL_POLICY);
      if (isData) for (const name of OF_PAGES) ctx.remove(name);
      return;
    }
    ctx.set('Content-Security-Policy', UPLOAD_POLICY);
    if (!SHOWN.test(ctx.path)) ctx.set('Content-Disposition', 'attachment');
  };
