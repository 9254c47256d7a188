import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import type { StatusTold } from '../../shared/contract';
import {
  actAsApplicant,
  assertMayAsk,
  correct,
  correctionSchema,
  giveReason,
  type Key,
  keySchema,
  noteWrong,
  openByKey,
  reasonSchema,
  withdraw,
} from '../acts/applicant';
import { submitOnline } from '../acts/submit';
import { applicationSchema } from '../application/schema';
import { suggest, suggestionSchema } from '../frequent/suggest';
import { statusOf } from '../reads/status';
import { attachmentsOf, isForm } from './attachments-body';

/** What an applicant does, as JSON. Her code is told in bodies alone, so that it stands in no log. */
export const publicController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async submit(ctx: Context) {
    const { queryCode } = await submitOnline(
      strapi,
      parseBody(applicationSchema, applicationIn(ctx)),
      ctx.request.ip,
      undefined,
      attachmentsOf(ctx),
    );
    ctx.status = 201;
    ctx.body = { data: { queryCode, message: RECEIVED } };
  },
  async status(ctx: Context) {
    const key = parseBody(keySchema, ctx.request.body);
    ctx.body = { data: await statusFor(strapi, key, ctx.request.ip) };
  },
  async correct(ctx: Context) {
    const { wanted, ...key } = parseBody(correctionSchema, ctx.request.body);
    await asApplicant(strapi, key, ctx.request.ip, () =>
      actAsApplicant(strapi, 'correct', key, correct(strapi, wanted)),
    );
    ctx.body = { data: await statusFor(strapi, key, ctx.request.ip) };
  },
  async giveReason(ctx: Context) {
    const { text, ...key } = parseBody(reasonSchema, ctx.request.body);
    await asApplicant(strapi, key, ctx.request.ip, () =>
      actAsApplicant(strapi, 'giveReason', key, giveReason(text)),
    );
    ctx.body = { data: await statusFor(strapi, key, ctx.request.ip) };
  },
  async withdraw(ctx: Context) {
    const key = parseBody(keySchema, ctx.request.body);
    await asApplicant(strapi, key, ctx.request.ip, () => actAsApplicant(strapi, 'withdraw', key, withdraw));
    ctx.body = { data: await statusFor(strapi, key, ctx.request.ip) };
  },
  async suggest(ctx: Context) {
    const { text, ...key } = parseBody(suggestionSchema, ctx.request.body);
    await asApplicant(strapi, key, ctx.request.ip, () => suggest(strapi, key, text));
    ctx.body = { data: await statusFor(strapi, key, ctx.request.ip) };
  },
});

/** JSON as it is; of a form with files, the JSON in its field `application`. */
function applicationIn(ctx: Context): unknown {
  if (!isForm(ctx)) return ctx.request.body;
  const { application } = ctx.request.body as { application?: unknown };
  try {
    return JSON.parse(String(application));
  } catch {
    throw new DisclosureError('INVALID_INPUT', '请在字段 application 中放申请的 JSON');
  }
}

export const RECEIVED =
  '申请已提交。请保存查询码：它只显示这一次，凭查询码和证件号码后四位查询办理情况。工作人员会与您确认收到申请的日期。';

/** Bounds what somebody may try, and counts what was wrong. */
export async function asApplicant<T>(
  strapi: Core.Strapi,
  key: Key,
  client: string,
  work: () => Promise<T>,
): Promise<T> {
  await assertMayAsk(strapi, client, key);
  try {
    return await work();
  } catch (error) {
    if (error instanceof DisclosureError && error.code === 'NOT_FOUND') await noteWrong(strapi, key);
    throw error;
  }
}

export const statusFor = (strapi: Core.Strapi, key: Key, client: string): Promise<StatusTold> =>
  asApplicant(strapi, key, client, async () => {
    const { row } = await inTransaction(strapi, (trx) => openByKey(strapi, trx, key));
    return statusOf(strapi, row);
  });
