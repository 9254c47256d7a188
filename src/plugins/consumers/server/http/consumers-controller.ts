import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { changeConsumer, registerConsumer, renewKey, requireOffice, revokeConsumer } from '../office/acts';
import { consumerSchema, reasonSchema, usageQuerySchema } from '../office/input';
import { viewConsumers } from '../office/view';
import { runningOf } from '../running';

const parse = <T>(schema: z.ZodType<T>, body: unknown): T => parseBody(schema, body, '不认识的内容');

function idOf(ctx: Context): number {
  const { id } = ctx.params as { id: string };
  if (/^[1-9]\d{0,9}$/.test(id)) return Number(id);
  throw new DisclosureError('NOT_FOUND', '没有这个数据开放用户');
}

/** The page 数据开放用户 of the office. */
export const consumersController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx: Context) {
    await requireOffice(strapi);
    const { days } = parseQuery(usageQuerySchema, ctx.query);
    await runningOf(strapi).counter.flush();
    ctx.body = { data: await viewConsumers(strapi, days) };
  },
  async register(ctx: Context) {
    const actor = await requireOffice(strapi);
    const data = await registerConsumer(strapi, actor, parse(consumerSchema, ctx.request.body));
    runningOf(strapi).directory.forget();
    ctx.status = 201;
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data };
  },
  async change(ctx: Context) {
    const actor = await requireOffice(strapi);
    const id = idOf(ctx);
    await changeConsumer(strapi, actor, id, parse(consumerSchema, ctx.request.body));
    runningOf(strapi).directory.forget();
    ctx.body = { data: { id } };
  },
  async renew(ctx: Context) {
    const actor = await requireOffice(strapi);
    const data = await renewKey(strapi, actor, idOf(ctx));
    runningOf(strapi).directory.forget();
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data };
  },
  async revoke(ctx: Context) {
    const actor = await requireOffice(strapi);
    const id = idOf(ctx);
    await revokeConsumer(strapi, actor, id, parse(reasonSchema, ctx.request.body).reason);
    runningOf(strapi).directory.forget();
    ctx.body = { data: { id } };
  },
});
