import type { Context } from 'koa';

/** Answers with a file that others have made: as a download that no browser shows as a page, kept by no cache. */
export function sendUpload(ctx: Context, name: string, bytes: Buffer): void {
  ctx.attachment(name);
  ctx.type = 'application/octet-stream';
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
  ctx.set('Cache-Control', 'no-store');
  ctx.body = bytes;
}
