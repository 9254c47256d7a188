import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { keySchema, openByKey } from '../acts/applicant';
import { openForApplicant } from '../files/read-files';
import { nameOf } from '../files/store';
import { asApplicant } from './public-controller';
import { sendUpload } from './send-upload';

export const fileKeySchema = keySchema.extend({ file: z.string('请选择附件').min(1).max(64) });

/** Files for the applicant, by her code. */
export const filesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async download(ctx: Context) {
    const { file: fileId, ...key } = parseBody(fileKeySchema, ctx.request.body);
    const row = await asApplicant(strapi, key, ctx.request.ip, () =>
      inTransaction(strapi, async (trx) => (await openByKey(strapi, trx, key)).row),
    );
    const { file, bytes } = await openForApplicant(strapi, row, fileId);
    sendUpload(ctx, nameOf(strapi, file), bytes);
  },
});
