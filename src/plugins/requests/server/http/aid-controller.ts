import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { requireMember } from '../../../disclosure/server/http/require-member';
import { readBeside } from '../beside/beside';
import { acceptSchema, decideProposal, declineSchema } from '../frequent/decide-proposal';
import { readProposals } from '../frequent/read-proposals';
import { guideInputSchema, publishGuide, publishSchema, saveGuide, viewGuide } from '../guide/edit-guide';
import { readWorkload } from '../workload/read-workload';

/** What helps the desk: material beside an answer, workload, proposals of 条例第四十四条, the guide. */
export const aidController = ({ strapi }: { strapi: Core.Strapi }) => {
  const idOf = (ctx: Context) => String((ctx.params as { id: string }).id);
  return {
    async beside(ctx: Context) {
      ctx.body = { data: await readBeside(strapi, await requireMember(strapi), idOf(ctx)) };
    },
    async workload(ctx: Context) {
      ctx.body = { data: await readWorkload(strapi, await requireMember(strapi)) };
    },
    async proposals(ctx: Context) {
      ctx.body = { data: await readProposals(strapi, await requireMember(strapi)) };
    },
    async accept(ctx: Context) {
      const decided = { decision: 'accepted' as const, ...parseBody(acceptSchema, ctx.request.body) };
      ctx.body = { data: await decideProposal(strapi, await requireMember(strapi), idOf(ctx), decided) };
    },
    async decline(ctx: Context) {
      const decided = { decision: 'declined' as const, ...parseBody(declineSchema, ctx.request.body) };
      ctx.body = { data: await decideProposal(strapi, await requireMember(strapi), idOf(ctx), decided) };
    },
    async guide(ctx: Context) {
      ctx.body = { data: await viewGuide(strapi, await requireMember(strapi)) };
    },
    async saveGuide(ctx: Context) {
      const input = parseBody(guideInputSchema, ctx.request.body);
      ctx.body = { data: await saveGuide(strapi, await requireMember(strapi), input) };
    },
    async publishGuide(ctx: Context) {
      const input = parseBody(publishSchema, ctx.request.body);
      ctx.body = { data: await publishGuide(strapi, await requireMember(strapi), input) };
    },
  };
};
