import type { IncomingMessage } from 'node:http';
import type { Context, Next } from 'koa';

/** Bytes of a message: WeChat's own have a few KB. */
export const MESSAGE_BYTES = 64 * 1024;

const PATH = '/api/wechat/callback';

/** What stands in the place of a message that is too long. */
export const TOO_LONG = Symbol('too long');

/** The message of a request, as it came. */
export const messageOf = (ctx: Context): string | typeof TOO_LONG => ctx.state.wechatMessage ?? '';

/**
 * Reads what WeChat sends as text, and no more of it than a message has: the general parser would make numbers of
 * JSON lose their last digits, knows no XML, and reads a megabyte first. Before it in the list of middlewares.
 */
export const callbackBodyMiddleware =
  () =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.method === 'POST' && ctx.path === PATH) {
      ctx.state.wechatMessage = await readText(ctx.req);
      // nothing is left for the general parser
      delete ctx.req.headers['content-type'];
    }
    await next();
  };

function readText(request: IncomingMessage): Promise<string | typeof TOO_LONG> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= MESSAGE_BYTES) return;
      // the rest is thrown away as it comes; the connection ends with the answer
      request.off('data', take).resume();
      resolve(TOO_LONG);
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    // whoever broke off hears no answer
    request.once('error', () => resolve(''));
  });
}
