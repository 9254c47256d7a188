import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { refuse, toError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { mayKeepReferenceData } from '../../../disclosure/server/rules/ownership';
import { readFigures } from '../store/figures';

/** 公众订阅 in the panel: figures, for the office and the administrator. */
export const deskController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async figures(ctx: Context) {
    parseQuery(emptyQuerySchema, ctx.query);
    if (!mayKeepReferenceData(await resolveActor(strapi))) {
      throw toError(refuse('NOT_ALLOWED', '公众订阅的情况由公开办和系统管理员查看'));
    }
    ctx.body = { data: await readFigures(strapi) };
  },
});
