import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import type { RouteDescription } from '../../../disclosure/server/api-description/describe-routes';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { type Key, keySchema, openByKey } from '../acts/applicant';
import { fileForApplicant, type OwnNotice } from '../documents/files';
import type { LetterFormat } from '../documents/worker';
import { asApplicant } from './public-controller';
import { sendFile } from './send-file';

const answerKeySchema = keySchema.extend({
  format: z.enum(['docx', 'pdf'], 'format 只能是 docx 或 pdf').default('pdf'),
});
const noticeKeySchema = answerKeySchema.extend({ id: z.uuid('请从文书列表中选择') });

/** A notice in the answer of a status. */
export const noticeSchema = z.object({
  ...{ id: z.string(), label: z.string(), number: z.string(), madeOn: z.string() },
});

/** What was written to an applicant, for her alone. */
export const ownNoticesController = ({ strapi }: { strapi: Core.Strapi }) => {
  const send = async (ctx: Context, key: Key, asked: OwnNotice, format: LetterFormat) => {
    const row = await asApplicant(strapi, key, ctx.request.ip, () =>
      inTransaction(strapi, async (trx) => (await openByKey(strapi, trx, key)).row),
    );
    sendFile(ctx, await fileForApplicant(strapi, row, asked, format));
  };
  return {
    async answer(ctx: Context) {
      const { format, ...key } = parseBody(answerKeySchema, ctx.request.body);
      await send(ctx, key, 'answer', format);
    },
    async notice(ctx: Context) {
      const { format, id, ...key } = parseBody(noticeKeySchema, ctx.request.body);
      await send(ctx, key, { id }, format);
    },
  };
};

const files = ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];

export const describeOwnNotices = (tag: string): Record<string, RouteDescription> => ({
  'POST /answer': { tag, summary: '下载答复书', body: answerKeySchema, answer: { files } },
  'POST /notice': {
    ...{ tag, summary: '下载文书', body: noticeKeySchema, answer: { files } },
    details: '登记回执、补正告知书、答复书等；编号见办理情况的 notices。',
  },
});
