import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DisclosureError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { requireMember } from '../../../disclosure/server/http/require-member';
import { parseQuery } from '../../../disclosure/server/read-model/query-schema';
import type { Member } from '../../../disclosure/server/types';
import { enter, entrySchema } from '../acts/enter';
import { lookAtIdentity, purposeSchema } from '../acts/look-at-identity';
import { perform } from '../acts/perform';
import { readRequest } from '../reads/detail';
import { queueQuerySchema, readQueue } from '../reads/queue';
import { VERB_NAMES } from '../workflow/verbs';

/** 依申请公开 in the panel: of one's own department; of all for the office. */
export const deskController = ({ strapi }: { strapi: Core.Strapi }) => {
  const idOf = (ctx: Context) => String((ctx.params as { id: string }).id);
  return {
    async queue(ctx: Context) {
      const member = await requireMember(strapi);
      ctx.body = await readQueue(strapi, member, parseQuery(queueQuerySchema, ctx.query));
    },
    async enter(ctx: Context) {
      const member = await requireMember(strapi);
      ctx.status = 201;
      ctx.body = { data: await enter(strapi, member, parseBody(entrySchema, ctx.request.body)) };
    },
    async view(ctx: Context) {
      ctx.body = { data: await readRequest(strapi, await requireMember(strapi), idOf(ctx)) };
    },
    async identity(ctx: Context) {
      const member = await requireMember(strapi);
      ctx.set('Cache-Control', 'no-store');
      ctx.body = {
        data: await lookAtIdentity(strapi, member, idOf(ctx), parseBody(purposeSchema, ctx.request.body)),
      };
    },
    async act(ctx: Context) {
      const verb = VERB_NAMES.find((name) => name === (ctx.params as { verb: string }).verb);
      if (!verb) throw new DisclosureError('NOT_FOUND', '没有这项操作');
      const actor = await resolveActor(strapi);
      await perform(strapi, actor, verb, idOf(ctx), ctx.request.body);
      ctx.body = { data: await readRequest(strapi, actor as Member, idOf(ctx)).catch(whenGone) };
    },
  };
};

/** After it has been handed to another department. */
function whenGone(error: unknown): null {
  if (error instanceof DisclosureError && error.code === 'NOT_FOUND') return null;
  throw error;
}
