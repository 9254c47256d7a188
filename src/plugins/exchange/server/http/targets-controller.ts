import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { mayKeepReferenceData } from '../../../disclosure/server/rules/ownership';
import type { Actor } from '../../../disclosure/server/types';
import type { CreatedTarget } from '../contract';
import { labelsOf } from '../describe-interest';
import { actOnTarget, actSchema, createTarget, targetSchema } from '../webhooks/acts';
import { findTarget } from '../webhooks/targets';
import { viewDeliveries, viewExchange, viewTargets } from '../webhooks/view';

const deliveriesSchema = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'cursor 无效')
    .optional(),
});
const idSchema = z.uuid('编号有误');

/** 数据交换 in the panel: for the office and the administrator. */
export const targetsController =
  (wake: () => void) =>
  ({ strapi }: { strapi: Core.Strapi }) => {
    const idOf = (ctx: Context) => parseBody(idSchema, (ctx.params as { id: string }).id);
    return {
      async view(ctx: Context) {
        parseQuery(emptyQuerySchema, ctx.query);
        await requireOffice(strapi);
        ctx.body = { data: await viewExchange(strapi) };
      },
      async create(ctx: Context) {
        const actor = await requireOffice(strapi);
        const { target, secret } = await createTarget(
          strapi,
          actor,
          parseBody(targetSchema, ctx.request.body),
        );
        wake();
        const [view] = await viewTargets(strapi, [target], await labelsOf(strapi));
        ctx.body = { data: { target: view, secret } as CreatedTarget };
      },
      async act(ctx: Context) {
        const actor = await requireOffice(strapi);
        const secret = await actOnTarget(strapi, actor, idOf(ctx), parseBody(actSchema, ctx.request.body));
        wake();
        ctx.body = { data: { secret } };
      },
      async deliveries(ctx: Context) {
        const { cursor } = parseQuery(deliveriesSchema, ctx.query);
        await requireOffice(strapi);
        const id = idOf(ctx);
        if (!(await findTarget(strapi.db.connection, id)))
          throw new DisclosureError('NOT_FOUND', '没有这个推送地址');
        ctx.body = { data: await viewDeliveries(strapi, id, cursor) };
      },
    };
  };

async function requireOffice(strapi: Core.Strapi): Promise<Actor> {
  const actor = await resolveActor(strapi);
  if (actor && mayKeepReferenceData(actor)) return actor;
  throw toError(refuse('NOT_ALLOWED', '数据交换由公开办和系统管理员管理'));
}
