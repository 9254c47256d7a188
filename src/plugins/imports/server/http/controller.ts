import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { tooLarge } from '../../../disclosure/server/tabular/table';
import { startInBackground } from '../jobs/background';
import {
  importTypes,
  prepareUpload,
  previewJob,
  requireEditor,
  requireOwnJob,
  viewJob,
  viewJobs,
  withSource,
} from '../jobs/desk';
import { removePending } from '../jobs/job';
import { writeReport } from '../jobs/report';
import { withTemporaryFile } from '../jobs/uploads';
import { mappingSchema } from '../mapping/mapping';

/** Bytes of a file that the panel takes; larger ones are for the command line. */
const MAX_UPLOAD = 50 * 1024 * 1024;

const uploadSchema = z.strictObject({ type: z.string().min(1).max(120) });
const runSchema = z.strictObject({ mapping: mappingSchema, target: z.enum(['draft', 'submitted']) });

type Upload = { filepath: string; originalFilename: string | null; size: number };

/** What the panel's import page asks for. Each request acts as the signed-in member, on her own imports. */
export const controller = ({ strapi }: { strapi: Core.Strapi }) => {
  const ownJob = async (ctx: Context) => {
    const member = await requireEditor(strapi);
    return { member, job: await requireOwnJob(strapi, member, String((ctx.params as { id: string }).id)) };
  };
  return {
    async types(ctx: Context) {
      ctx.body = { data: await importTypes(strapi, await requireEditor(strapi)) };
    },
    async list(ctx: Context) {
      ctx.body = { data: await viewJobs(strapi, await requireEditor(strapi)) };
    },
    async upload(ctx: Context) {
      const member = await requireEditor(strapi);
      const { type } = parse(uploadSchema, ctx.request.body);
      const allowed = (await importTypes(strapi, member)).some(({ uid }) => uid === type);
      if (!allowed) throw new DisclosureError('NOT_RESPONSIBLE', '本部门不负责这类信息，不能导入');
      const file = uploadOf(ctx);
      if (file.size > MAX_UPLOAD) throw tooLarge(MAX_UPLOAD);
      ctx.status = 201;
      ctx.body = {
        data: await prepareUpload(strapi, member, {
          type,
          file: file.filepath,
          fileName: file.originalFilename ?? '',
        }),
      };
    },
    async view(ctx: Context) {
      const { job } = await ownJob(ctx);
      ctx.body = { data: await viewJob(strapi, job) };
    },
    async remove(ctx: Context) {
      const { job } = await ownJob(ctx);
      await removePending(strapi.db.connection, job);
      ctx.status = 204;
    },
    async preview(ctx: Context) {
      const { job } = await ownJob(ctx);
      ctx.body = { data: await previewJob(strapi, job) };
    },
    async run(ctx: Context) {
      const { member, job } = await ownJob(ctx);
      await startInBackground(strapi, job, member, parse(runSchema, ctx.request.body));
      ctx.status = 202;
      ctx.body = { data: await viewJob(strapi, await requireOwnJob(strapi, member, job.id)) };
    },
    async report(ctx: Context) {
      const { job } = await ownJob(ctx);
      const format = path.extname(job.fileName).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv';
      const name = `${job.fileName.replace(/\.[^.]*$/, '')}-导入结果.${format}`;
      ctx.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      ctx.type = format === 'xlsx' ? 'xlsx' : 'text/csv; charset=utf-8';
      ctx.body = await withTemporaryFile(name, async (file) => {
        await withSource(strapi, job, job.mapping, (source) =>
          pipeline(
            Readable.from(writeReport(strapi.db.connection, job, source, format)),
            createWriteStream(file),
          ),
        );
        // stays readable while it is open, though its name goes with the folder
        return (await open(file)).createReadStream();
      });
    },
  };
};

function uploadOf(ctx: Context): Upload {
  const files = (ctx.request as unknown as { files?: Record<string, Upload | Upload[]> }).files ?? {};
  const found = files.file;
  const file = Array.isArray(found) ? found[0] : found;
  if (!file) throw new DisclosureError('INVALID_INPUT', '请选择要导入的文件');
  return file;
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new DisclosureError('INVALID_INPUT', `提交的内容有误（${issue?.path.join('.')}）：${issue?.message}`);
}
