import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { requireMember } from '../../../disclosure/server/http/require-member';
import { parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { analysisSchema, casesSchema, readAnalysis, readCases } from '../analysis/read-analysis';

/** 申请分析 in the panel. */
export const analysisController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async view(ctx: Context) {
    const member = await requireMember(strapi);
    ctx.body = { data: await readAnalysis(strapi, member, parseQuery(analysisSchema, ctx.query)) };
  },
  async cases(ctx: Context) {
    const member = await requireMember(strapi);
    ctx.body = { data: await readCases(strapi, member, parseQuery(casesSchema, ctx.query)) };
  },
});
