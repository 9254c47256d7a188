import type { Core } from '@strapi/strapi';
import formidable from 'formidable';
import type { Context, Next } from 'koa';
import { DisclosureError } from '../../../disclosure/server/errors';
import { answer } from '../../../disclosure/server/http/errors-middleware';
import { type IncomingFile, incomingFolder } from '../../../disclosure/server/http/incoming-files';
import { plainPage, showPage } from '../../../disclosure/server/http/plain-page';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import { MB } from '../files/settings';
import { settingsOf } from '../settings';

/** Where files come with a request of this plugin. */
const PATHS = /^\/(?:api\/requests(?:\/form)?|requests\/requests\/[^/]+\/files)\/?$/i;
const FORM = /\/form\/?$/i;
/** The field of a form that files come in. */
export const FILES_FIELD = 'attachments';
/** What the other fields of a form may have. */
const FIELDS_BYTES = MB;

type Parsed = { fields: Record<string, unknown>; files: IncomingFile[] };

/**
 * Reads forms with files of these routes, and no more of them than the settings allow: by the length that is told before
 * anything is read, and while it is read. The general parser takes 200 MB from everybody. Before it in the list of
 * middlewares, and inside of what removes the files of a request.
 */
export const attachmentsMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.method !== 'POST' || !PATHS.test(ctx.path) || !ctx.is('multipart')) return next();
    try {
      const { fields, files } = await parse(strapi, ctx);
      const request = ctx.request as unknown as { body: unknown; files: unknown };
      request.body = fields;
      request.files = { [FILES_FIELD]: files };
      ctx.state.attachments = files;
    } catch (error) {
      // what still comes is thrown away as it comes
      ctx.req.resume();
      if (!(error instanceof DisclosureError)) throw error;
      if (FORM.test(ctx.path)) return showPage(ctx, refusedPage(error.message), error.status);
      return answer(ctx, error, error.status);
    }
    // nothing is left for the general parser
    delete ctx.req.headers['content-type'];
    await next();
  };

/** The files that came with a request; of one that this middleware has not read there are none. */
export const attachmentsOf = (ctx: Context): IncomingFile[] =>
  (ctx.state.attachments as IncomingFile[] | undefined) ?? [];

/** Whether a body came as a form with files. */
export const isForm = (ctx: Context): boolean => ctx.state.attachments !== undefined;

async function parse(strapi: Core.Strapi, ctx: Context): Promise<Parsed> {
  const { most, totalMegabytes } = settingsOf(strapi).files;
  const tooLarge = () =>
    new DisclosureError('TOO_LARGE', `附件合计最大${totalMegabytes}MB，请压缩或拆分后再提交`);
  if (Number(ctx.get('content-length')) > totalMegabytes * MB + FIELDS_BYTES) throw tooLarge();
  let count = 0;
  const form = formidable({
    ...{ uploadDir: incomingFolder(), multiples: true, maxFields: 100, maxFieldsSize: FIELDS_BYTES },
    maxFileSize: totalMegabytes * MB,
    // a field of files that nobody has filled in comes as a file without a name
    filter: ({ name, originalFilename }) => {
      if (name !== FILES_FIELD || !originalFilename) return false;
      count += 1;
      return count <= most;
    },
  });
  const parsed = await new Promise<Parsed>((resolve, reject) => {
    form.parse(ctx.req, (error, fields, files) => {
      if (error) {
        reject(
          isTooLarge(error) ? tooLarge() : new DisclosureError('INVALID_INPUT', '表单没有传完，请重新提交'),
        );
        return;
      }
      const found = files[FILES_FIELD] ?? [];
      resolve({ fields, files: (Array.isArray(found) ? found : [found]) as IncomingFile[] });
    });
  });
  if (count <= most) return parsed;
  // known by the request, so that it is removed with it
  (ctx.request as unknown as { files: unknown }).files = { [FILES_FIELD]: parsed.files };
  throw new DisclosureError('TOO_LARGE', `附件最多${most}个，请合并后再提交`);
}

const isTooLarge = (error: unknown): boolean => (error as { httpCode?: number }).httpCode === 413;

const refusedPage = (message: string): string =>
  plainPage(
    '没有提交',
    `<div class="alert" role="alert">${escapeHtml(message)}</div><p>请返回上一页修改附件后再提交。</p>`,
  );
