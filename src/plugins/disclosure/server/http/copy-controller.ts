import { createReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { CopyFormat } from '../official-copies/copies-of';
import { copyOf } from '../official-copies/making/make-copy';
import { findPublication } from '../read-model/find-publication';
import { emptyQuerySchema, parseQuery } from '../read-model/query-schema';
import { readConnection } from '../replica/read-connection';
import { downloadName } from './download-name';
import { isKnown } from './known-tag';
import { requireLive } from './require-live';

/** A publication as a file in official layout. */
export const copyController = ({ strapi }: { strapi: Core.Strapi }) => {
  const download = (format: CopyFormat) => async (ctx: Context) => {
    parseQuery(emptyQuerySchema, ctx.query);
    const { documentId } = ctx.params as { documentId: string };
    const { publication, etag } = requireLive(await findPublication(readConnection(strapi), documentId));
    const copy = copyOf(strapi, publication, etag, format);
    if (isKnown(ctx, copy.tag)) return;
    const file = await copy.file();
    ctx.attachment(downloadName(String(publication.title), format, '公开信息'));
    ctx.type = format;
    ctx.body = createReadStream(file);
  };
  return { docx: download('docx'), pdf: download('pdf') };
};
