import type { Context } from 'koa';

/** Sets the tag of the answer; where the reader has it already, that is the answer. */
export function isKnown(ctx: Context, hash: string): boolean {
  const tag = `"${hash.slice(0, 32)}"`;
  const known = ctx
    .get('If-None-Match')
    .split(/\s*,\s*/)
    .includes(tag);
  ctx.status = known ? 304 : 200;
  ctx.set('ETag', tag);
  return known;
}
