import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { z } from 'zod';
import { requireType } from '../../../disclosure/server/domain/registry';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import type { DocumentUid } from '../../../disclosure/server/types';
import { choiceSchema, choose, retry, settle, viewDocument } from '../choice/document';
import { resume, saveSettings, viewPage } from '../office/page';
import { officeSettingsSchema } from '../office/store';
import { wakePush } from '../push/clock';

type Params = { uid: DocumentUid; documentId: string };

const previewSchema = choiceSchema.omit({ chosen: true });

/** What the panel asks for: the part 公众号 beside a document, and the page 公众号. */
export const deskController = ({ strapi }: { strapi: Core.Strapi }) => {
  /** Does something to a document and shows how it stands then. */
  const act = async (ctx: Context, work: typeof retry) => {
    const { uid, documentId } = ctx.params as Params;
    const type = requireType(strapi, uid);
    await work(strapi, type, documentId);
    wakePush();
    ctx.body = { data: await viewDocument(strapi, type, documentId) };
  };
  return {
    async view(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      const { uid, documentId } = ctx.params as Params;
      ctx.body = { data: await viewDocument(strapi, requireType(strapi, uid), documentId) };
    },
    /** The article as it would be with a choice that is not saved. */
    async preview(ctx: Context) {
      const { uid, documentId } = ctx.params as Params;
      const unsaved = parse(previewSchema, ctx.request.body);
      const { article } = await viewDocument(strapi, requireType(strapi, uid), documentId, unsaved);
      ctx.body = { data: article };
    },
    async choose(ctx: Context) {
      const input = parse(choiceSchema, ctx.request.body);
      await act(ctx, (...document) => choose(...document, input));
    },
    retry: (ctx: Context) => act(ctx, retry),
    settle: (ctx: Context) => act(ctx, settle),
    async page(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      ctx.body = { data: await viewPage(strapi) };
    },
    async save(ctx: Context) {
      await saveSettings(strapi, parse(officeSettingsSchema, ctx.request.body));
      ctx.body = { data: await viewPage(strapi) };
    },
    async resume(ctx: Context) {
      await resume(strapi);
      wakePush();
      ctx.body = { data: await viewPage(strapi) };
    },
  };
};

const parse = <T>(schema: z.ZodType<T>, body: unknown): T => parseBody(schema, body, '不认识的内容');
