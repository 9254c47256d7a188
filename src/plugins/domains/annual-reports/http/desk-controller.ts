import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { downloadName } from '../../../disclosure/server/http/download-name';
import { incomingFile } from '../../../disclosure/server/http/incoming-files';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { requireMember } from '../../../disclosure/server/http/require-member';
import { emptyQuerySchema, parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Member } from '../../../disclosure/server/types';
import { beginReport, saveReport, submitReport } from '../acts/edit-report';
import { readFigures } from '../acts/import-figures';
import { beginSchema, saveSchema, submitSchema } from '../acts/inputs';
import { bodyOf } from '../layout/body';
import { cellSchema, explainCell } from '../reads/explain-cell';
import { listReports } from '../reads/list-reports';
import { readReport } from '../reads/read-report';
import { FORMATS, reportFile } from '../reads/report-file';

/** The year that is reported on: the last one, until somebody asks for another. */
const yearSchema = z.strictObject({
  year: z
    .string()
    .regex(/^\d{4}$/, '年度须为四位年份，如 2026')
    .transform(Number)
    .optional(),
});
const formatSchema = z.enum(FORMATS, `格式只能是 ${FORMATS.join('、')}`);

/** 年度报告 in the panel: a department's own, all for who watches the district. */
export const deskController = ({ strapi }: { strapi: Core.Strapi }) => {
  const idOf = (ctx: Context) => String((ctx.params as { documentId: string }).documentId);
  const tell = async (ctx: Context, member: Member, documentId = idOf(ctx)) => {
    ctx.body = { data: await readReport(strapi, member, documentId) };
  };
  return {
    async list(ctx: Context) {
      const { year = Number(todayInShanghai().slice(0, 4)) - 1 } = parseQuery(yearSchema, ctx.query);
      ctx.body = { data: await listReports(strapi, await requireMember(strapi), year) };
    },
    async begin(ctx: Context) {
      const member = await requireMember(strapi);
      const documentId = await beginReport(strapi, parseBody(beginSchema, ctx.request.body));
      ctx.status = 201;
      await tell(ctx, member, documentId);
    },
    async view(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      await tell(ctx, await requireMember(strapi));
    },
    async save(ctx: Context) {
      const member = await requireMember(strapi);
      await saveReport(strapi, idOf(ctx), parseBody(saveSchema, ctx.request.body));
      await tell(ctx, member);
    },
    async submit(ctx: Context) {
      const member = await requireMember(strapi);
      await submitReport(strapi, idOf(ctx), parseBody(submitSchema, ctx.request.body));
      await tell(ctx, member);
    },
    /** Reads a file of figures; what was read is filled into the form, and saved with it. */
    async figures(ctx: Context) {
      await readReport(strapi, await requireMember(strapi), idOf(ctx));
      const file = incomingFile(ctx);
      if (!file) throw new DisclosureError('INVALID_INPUT', '请选择一个 .xlsx 或 .csv 文件');
      ctx.body = { data: await readFigures(file.filepath) };
    },
    async cell(ctx: Context) {
      const member = await requireMember(strapi);
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: await explainCell(strapi, member, idOf(ctx), parseQuery(cellSchema, ctx.query)) };
    },
    async file(ctx: Context) {
      const format = formatSchema.safeParse((ctx.params as { format: string }).format);
      if (!format.success) throw new DisclosureError('NOT_FOUND', '没有这种格式');
      const report = await readReport(strapi, await requireMember(strapi), idOf(ctx));
      const { title, departmentName: name, year, texts, numbers } = report;
      const body = bodyOf({ name, year, texts, numbers });
      ctx.attachment(downloadName(title, format.data, '年度报告'));
      ctx.type = format.data;
      ctx.body = await reportFile({ title, body, numbers }, format.data);
    },
  };
};
