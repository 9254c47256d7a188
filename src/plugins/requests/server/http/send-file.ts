import type { Context } from 'koa';
import { downloadName } from '../../../disclosure/server/http/download-name';
import type { NoticeFile } from '../documents/files';

/** Answers with a file that nobody keeps. */
export function sendFile(ctx: Context, { name, format, bytes }: NoticeFile): void {
  ctx.attachment(downloadName(name, format, '文书'));
  ctx.type = format;
  ctx.set('Cache-Control', 'no-store');
  ctx.body = bytes;
}
