import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { requireMember } from '../../../disclosure/server/http/require-member';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import type { Paper } from '../../shared/notices';
import { mailAgain } from '../documents/delivery';
import { fileForDesk } from '../documents/files';
import { wakeMails } from '../documents/mail/clock';
import { makeLetter } from '../documents/make-letter';
import { deliverySchema, noteDelivery } from '../documents/note-delivery';
import { mayPreview } from '../documents/of-acts';
import { toHtml, toOfficial } from '../documents/paper';
import { previewOfAct, previewOfAnswer } from '../documents/preview';
import { readRequest } from '../reads/detail';
import { VERB_NAMES } from '../workflow/verbs';
import { sendFile } from './send-file';

const formatSchema = z.strictObject({ format: z.enum(['docx', 'pdf']).default('docx') });
const previewSchema = z.strictObject({ format: z.enum(['json', 'html', 'docx', 'pdf']).default('json') });
type PreviewFormat = z.infer<typeof previewSchema>['format'];

/** 文书 of a request, at the desk. */
export const noticesController = ({ strapi }: { strapi: Core.Strapi }) => {
  const named = (ctx: Context) => ctx.params as { id: string; notice: string; verb: string };
  const file = async (ctx: Context, receipt: boolean) => {
    const { id: requestId, notice: noticeId } = named(ctx);
    const { format } = parseQuery(formatSchema, ctx.query);
    const member = await requireMember(strapi);
    sendFile(ctx, await fileForDesk(strapi, member, { requestId, noticeId, format, receipt }));
  };
  return {
    file: (ctx: Context) => file(ctx, false),
    receipt: (ctx: Context) => file(ctx, true),
    async deliver(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      const member = await requireMember(strapi);
      const { id, notice } = named(ctx);
      await noteDelivery(strapi, member, id, notice, parseBody(deliverySchema, ctx.request.body));
      ctx.body = { data: await readRequest(strapi, member, id) };
    },
    async mail(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      const member = await requireMember(strapi);
      const { id, notice } = named(ctx);
      await mailAgain(strapi, member, id, notice);
      wakeMails();
      ctx.body = { data: await readRequest(strapi, member, id) };
    },
    async preview(ctx: Context) {
      const { format } = parseQuery(previewSchema, ctx.query);
      const member = await requireMember(strapi);
      const { id, verb: name } = named(ctx);
      const paper = await paperFor(member, id, name, ctx.request.body);
      if (!paper && format !== 'json') throw new DisclosureError('NOT_FOUND', '这样办理不另发文书');
      await answerPreview(ctx, format, paper);
    },
  };

  async function paperFor(
    member: Awaited<ReturnType<typeof requireMember>>,
    id: string,
    name: string,
    body: unknown,
  ): Promise<Paper | null> {
    if (name === 'answer') return previewOfAnswer(strapi, member, id);
    const verb = VERB_NAMES.find((one) => one === name);
    if (!verb || !mayPreview(verb)) throw new DisclosureError('NOT_FOUND', '这项操作不制作文书');
    return previewOfAct(strapi, member, verb, id, body);
  }
};

/** A draft: as data for the panel, or as the file that it would be; null: what is entered writes to nobody. */
export async function answerPreview(ctx: Context, format: PreviewFormat, paper: Paper | null): Promise<void> {
  ctx.set('Cache-Control', 'no-store');
  if (format === 'json' || !paper) {
    ctx.body = { data: paper };
  } else if (format === 'html') {
    ctx.type = 'text/html; charset=utf-8';
    ctx.attachment('preview.html');
    ctx.body = toHtml(paper);
  } else {
    sendFile(ctx, {
      name: `预览-${paper.title}`,
      format,
      bytes: await makeLetter(toOfficial(paper), format),
    });
  }
}
