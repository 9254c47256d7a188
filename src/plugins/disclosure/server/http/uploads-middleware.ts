import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isPublicFile, mayOpenFile } from '../access/uploads/may-open';
import { findViewer, leaveViewerCookie } from '../access/uploads/panel-viewer';
import { uploadName } from '../access/uploads/upload-name';
import { DisclosureError } from '../errors';
import { answer } from './errors-middleware';

/**
 * Serves an upload to everybody once a live publication names it, before that to the people of its department
 * alone: a draft's attachment may hold what will never be public. Whoever may not look is told what somebody who
 * guesses a name is told.
 */
export const uploadsMiddleware =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const name = uploadName(ctx.path);
    if (name === null) {
      await next();
      leaveViewerCookie(strapi, ctx);
      return;
    }
    if (name && (await isPublicFile(strapi, name))) {
      await next();
      return;
    }
    const viewer = name ? await findViewer(strapi, ctx) : null;
    if (viewer === null || !(await mayOpenFile(strapi, viewer, name))) {
      answer(ctx, new DisclosureError('NOT_FOUND', '没有这个文件，或者它还没有公开'), 404);
      return;
    }
    await next();
    ctx.set('Cache-Control', 'private, no-store');
  };
