import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { readingFrom } from './read-connection';
import { followReplica, type Replica } from './replica';

const replicas = new WeakMap<object, Replica>();

/** Requests whose read has failed on the replica: they are asked of the primary. */
const failed = new WeakSet<object>();

/**
 * Follows the replica of this installation, where it has one.
 *
 * @returns what ends it
 */
export function startReplica(strapi: Core.Strapi): () => Promise<void> {
  const url = String(strapi.config.get('database.readUrl', '') ?? '');
  if (!url) return async () => undefined;
  const replica = followReplica(strapi, url);
  replicas.set(strapi, replica);
  return async () => {
    replicas.delete(strapi);
    await replica.stop();
  };
}

export const replicaOf = (strapi: Core.Strapi): Replica | undefined => replicas.get(strapi);

/** Whether a request may be answered a moment behind what its sender has written: she has written nothing. */
const isAnonymous = (ctx: Context): boolean =>
  !ctx.get('authorization') && !ctx.get('cookie') && !ctx.get('x-api-key');

/**
 * Lets an anonymous read go to the replica. Where that fails for a reason that is not the reader's (it has ended,
 * it had to make way for the replay), the same request is asked of the primary.
 *
 * @param mayRead the request changes nothing
 * @returns false where a second run has answered it
 */
export async function withReplica(
  strapi: Core.Strapi,
  ctx: Context,
  mayRead: boolean,
  next: Next,
): Promise<boolean> {
  const replica = replicas.get(strapi);
  const source = mayRead && isAnonymous(ctx) && !failed.has(ctx.req) ? replica?.source() : null;
  if (!replica || !source) {
    await next();
    return true;
  }
  try {
    await readingFrom(source, next);
    return true;
  } catch (error) {
    if (ctx.headerSent || isRefusal(error)) throw error;
    strapi.log.warn(`read replica: ${error instanceof Error ? error.message : String(error)}`);
  }
  replica.failed();
  failed.add(ctx.req);
  for (const name of ctx.res.getHeaderNames()) ctx.res.removeHeader(name);
  ctx.respond = false;
  await strapi.server.app.callback()(ctx.req, ctx.res);
  return false;
}

const isRefusal = (error: unknown): boolean =>
  error instanceof errors.ApplicationError ||
  error instanceof errors.HttpError ||
  (error as { expose?: boolean })?.expose === true;
