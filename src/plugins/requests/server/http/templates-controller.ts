import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { requireMember } from '../../../disclosure/server/http/require-member';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { hasDuty } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import {
  listTemplates,
  previewTemplate,
  saveTemplate,
  templateSchema,
  viewTemplate,
} from '../documents/edit-templates';
import { NOTICE_CODES, type NoticeKindCode } from '../documents/kinds';

/** 文书模板: the office's alone, for all departments write by them. */
export const templatesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx: Context) {
    await requireOffice(strapi, ctx);
    ctx.body = { data: await listTemplates(strapi) };
  },
  async view(ctx: Context) {
    await requireOffice(strapi, ctx);
    ctx.body = { data: await viewTemplate(strapi, kindOf(ctx)) };
  },
  async save(ctx: Context) {
    const member = await requireOffice(strapi, ctx);
    await saveTemplate(strapi, member, kindOf(ctx), parseBody(templateSchema, ctx.request.body));
    ctx.body = { data: await viewTemplate(strapi, kindOf(ctx)) };
  },
  async restore(ctx: Context) {
    const member = await requireOffice(strapi, ctx);
    await saveTemplate(strapi, member, kindOf(ctx), null);
    ctx.body = { data: await viewTemplate(strapi, kindOf(ctx)) };
  },
  async preview(ctx: Context) {
    await requireOffice(strapi, ctx);
    ctx.body = { data: previewTemplate(kindOf(ctx), parseBody(templateSchema, ctx.request.body)) };
  },
});

function kindOf(ctx: Context): NoticeKindCode {
  const { kind } = ctx.params as { kind: string };
  const code = NOTICE_CODES.find((one) => one === kind);
  if (code) return code;
  throw new DisclosureError('NOT_FOUND', '没有这种文书');
}

async function requireOffice(strapi: Core.Strapi, ctx: Context): Promise<Member> {
  parseQuery(emptyQuerySchema, ctx.query);
  const member = await requireMember(strapi);
  if (hasDuty(member, 'supervisor')) return member;
  throw toError(refuse('DUTY_REQUIRED', '文书模板由区政务公开办维护'));
}
