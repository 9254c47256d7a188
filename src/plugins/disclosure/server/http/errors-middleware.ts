import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { findDomain } from '../domain/registry';
import { DisclosureError, refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { execute } from '../gate/execute';
import { isRecorded, recordRefusal } from '../gate/refusals';
import { nameUnstorable } from '../gate/unstorable';
import { type AttemptedWrite, attemptedWrite } from './attempted-write';

/**
 * Gives refusals their HTTP status (Strapi answers every ApplicationError with 400), and gives those
 * whom Strapi's sign-in or permissions have refused the answer of the gate, wherever they knock. Every
 * refused write is in the audit log, also one that never reached the gate.
 */
export const errorsMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const refusal =
        error instanceof errors.ForbiddenError
          ? await refusalOf(strapi, ctx)
          : nameUnstorable(error, ctx.method === 'GET' ? 'INVALID_QUERY' : 'INVALID_INPUT');
      if (!(refusal instanceof DisclosureError)) throw error;
      await record(strapi, ctx, refusal);
      answer(ctx, refusal, refusal.status);
      return;
    }
    if ((ctx.status !== 401 && ctx.status !== 403) || hasCode(ctx.body)) return;
    const refusal = await refusalOf(strapi, ctx);
    if (!refusal) return;
    await record(strapi, ctx, refusal);
    answer(ctx, refusal, ctx.status === 401 ? 401 : refusal.status);
  };

/** Answers with a refusal, in Strapi's shape. */
export function answer(ctx: Context, { name, message, details }: DisclosureError, status: number): void {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details } };
}

const hasCode = (body: unknown): boolean =>
  Boolean((body as { error?: { details?: { code?: string } } } | null)?.error?.details?.code);

/** What the gate says to somebody whom Strapi has refused; null where no disclosure route is asked. */
async function refusalOf(strapi: Core.Strapi, ctx: Context): Promise<DisclosureError | null> {
  const attempted = attemptedWrite(strapi, ctx);
  if (attempted?.door === 'panel' && ctx.state.auth) return askGate(strapi, attempted);
  const plugin = (ctx.state.route as { info?: { pluginName?: string } } | undefined)?.info?.pluginName ?? '';
  if (!attempted && plugin !== 'disclosure' && !findDomain(strapi, plugin)) return null;
  return toError(refuse((await resolveActor(strapi)) ? 'NOT_ALLOWED' : 'NO_ACTOR'));
}

/** The panel's roles decide what a person sees; why she may not write is what the gate says. */
async function askGate(
  strapi: Core.Strapi,
  { verb, type, documentId, body }: AttemptedWrite,
): Promise<DisclosureError | null> {
  const write = async () => {
    throw toError(refuse('NOT_ALLOWED'));
  };
  try {
    await execute(strapi, { verb, type, documentId, data: body, input: {}, write });
    return null;
  } catch (error) {
    if (error instanceof DisclosureError) return error;
    throw error;
  }
}

async function record(strapi: Core.Strapi, ctx: Context, refusal: DisclosureError): Promise<void> {
  const attempted = attemptedWrite(strapi, ctx);
  if (!attempted || isRecorded(refusal)) return;
  await recordRefusal(strapi, { ...attempted, input: {} }, await resolveActor(strapi), null, refusal);
}
