import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { findDomain } from '../domain/registry';
import { DisclosureError, ERROR_CODES } from '../errors';
import { recordRefusal } from '../gate/refusals';
import type { VerbName } from '../types';

type ErrorBody = { error?: { message: string; details?: Record<string, unknown> } };

const VERB_OF_METHOD: Record<string, VerbName> = { POST: 'create', PUT: 'edit', DELETE: 'delete' };

/**
 * Gives refusals their HTTP status (Strapi answers every ApplicationError with 400), and gives those
 * who have no department the same answer wherever they knock: NO_ACTOR, in the audit log.
 */
export const errorsMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      if (!(error instanceof DisclosureError)) throw error;
      ctx.status = error.status;
      ctx.body = {
        data: null,
        error: { status: error.status, name: error.name, message: error.message, details: error.details },
      };
      return;
    }
    if (ctx.status === 401 || ctx.status === 403) await nameMissingActor(strapi, ctx);
  };

async function nameMissingActor(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const info = ctx.state.route?.info as { pluginName?: string; type?: string } | undefined;
  const body = ctx.body as ErrorBody | undefined;
  const isDisclosure = info?.pluginName === 'disclosure' || findDomain(strapi, info?.pluginName ?? '');
  if (!isDisclosure || info?.type !== 'content-api' || !body?.error || body.error.details?.code) return;
  const [, message] = ERROR_CODES.NO_ACTOR;
  body.error.message = message;
  body.error.details = { ...body.error.details, code: 'NO_ACTOR' };
  const { documentId, verb } = (ctx.params ?? {}) as { documentId?: string; verb?: string };
  const attempted = (verb as VerbName | undefined) ?? VERB_OF_METHOD[ctx.method];
  if (!attempted) return;
  const type = { uid: String(info?.pluginName) };
  await recordRefusal(
    strapi,
    { verb: attempted, type, documentId, input: {} },
    null,
    null,
    new DisclosureError('NO_ACTOR'),
  );
}
