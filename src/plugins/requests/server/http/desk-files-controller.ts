import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { requireMember } from '../../../disclosure/server/http/require-member';
import { acceptRedaction, addFiles, addSchema, dropFile, noteLook, removalSchema } from '../acts/files';
import { openForDesk, readFiles } from '../files/read-files';
import { lookAtPage } from '../files/redact/look-at-page';
import { redactFile, redactionSchema } from '../files/redact/redact-file';
import { nameOf } from '../files/store';
import { attachmentsOf } from './attachments-body';
import { sendUpload } from './send-upload';

const pageSchema = z.coerce.number().int().min(1).max(10_000);

/** Files of a request in the panel; each act answers with the list as it is then. */
export const deskFilesController = ({ strapi }: { strapi: Core.Strapi }) => {
  const params = (ctx: Context) => ctx.params as { id: string; file: string; page: string };
  const list = async (ctx: Context) => {
    ctx.body = await readFiles(strapi, await requireMember(strapi), params(ctx).id);
  };
  const look = async (ctx: Context, details: Record<string, unknown>) => {
    const member = await requireMember(strapi);
    const { id, file: fileId } = params(ctx);
    const opened = await openForDesk(strapi, member, id, fileId);
    await noteLook(strapi, member, opened.request, { file: fileId, role: opened.file.role, ...details });
    return opened;
  };
  return {
    list,
    async add(ctx: Context) {
      const member = await requireMember(strapi);
      const { role } = parseBody(addSchema, ctx.request.body);
      await addFiles(strapi, member, params(ctx).id, role, attachmentsOf(ctx));
      await list(ctx);
      ctx.status = 201;
    },
    async download(ctx: Context) {
      const { file, bytes } = await look(ctx, {});
      sendUpload(ctx, nameOf(strapi, file), bytes);
    },
    async page(ctx: Context) {
      const page = parseBody(pageSchema, params(ctx).page);
      const { file, bytes } = await look(ctx, { page });
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: await lookAtPage(file.type, bytes, page) };
    },
    async redact(ctx: Context) {
      const { id, file } = params(ctx);
      const plan = parseBody(redactionSchema, ctx.request.body);
      const made = await redactFile(strapi, await requireMember(strapi), id, file, plan);
      ctx.status = 201;
      ctx.body = { data: { id: made } };
    },
    async accept(ctx: Context) {
      const { id, file } = params(ctx);
      await acceptRedaction(strapi, await requireMember(strapi), id, file);
      await list(ctx);
    },
    async remove(ctx: Context) {
      const { id, file } = params(ctx);
      const { reason } = parseBody(removalSchema, ctx.request.body);
      await dropFile(strapi, await requireMember(strapi), id, file, reason);
      await list(ctx);
    },
  };
};
