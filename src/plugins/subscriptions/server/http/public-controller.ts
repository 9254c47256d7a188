import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { showPage } from '../../../disclosure/server/http/plain-page';
import { describeIssues } from '../../../disclosure/server/read-model/query-schema';
import { describe, labelsOf } from '../../../exchange/server/describe-interest';
import { FREQUENCIES } from '../frequency';
import { idFrom, tokenFor } from '../secrets';
import { confirm, findSubscription, ownOf, remove, removeAll, setFrequency } from '../store/own';
import { requestSchema, requestSubscription } from '../store/request';
import type { Purpose } from '../tokens';
import { clientOf } from './client-of';
import { confirmPage, managePage, messagePage, unsubscribePage } from './pages';

const ANSWER = '如果该邮箱可以订阅,您会收到一封确认邮件,请打开其中的链接确认;没有收到的,请查看垃圾邮件';

const manageSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('frequency'), frequency: z.enum(FREQUENCIES) }),
  z.object({ act: z.literal('remove-all') }),
]);

/** Subscribing, and the pages behind the links of mails. */
export const publicController =
  (wake: () => void) =>
  ({ strapi }: { strapi: Core.Strapi }) => ({
    async subscribe(ctx: Context) {
      const result = requestSchema.safeParse(ctx.request.body ?? {});
      if (!result.success) {
        throw new DisclosureError('INVALID_INPUT', describeIssues(result.error, '不认识的字段'));
      }
      await requestSubscription(strapi, result.data, clientOf(ctx.request.ip, ctx.get('x-forwarded-for')));
      wake();
      ctx.status = 202;
      ctx.body = { data: { message: ANSWER } };
    },

    async askConfirm(ctx: Context) {
      const { token } = ctx.query;
      const id = idOf(strapi, ctx, 'confirm', token);
      if (!id) return;
      const asked = await findSubscription(strapi, id);
      if (!asked) {
        showInvalid(ctx);
        return;
      }
      const { filters, frequency } = asked;
      const text = describe(filters, await labelsOf(strapi));
      showPage(ctx, confirmPage({ token: String(token), text, frequency }));
    },
    async confirm(ctx: Context) {
      const id = idOf(strapi, ctx, 'confirm', fieldOf(ctx, 'token'));
      if (!id) return;
      if (await confirm(strapi, id))
        showPage(ctx, messagePage('订阅成功', '有新公开的信息时,您会收到邮件。'));
      else showInvalid(ctx);
    },

    async askUnsubscribe(ctx: Context) {
      const { token } = ctx.query;
      if (idOf(strapi, ctx, 'manage', token)) showPage(ctx, unsubscribePage(String(token)));
    },
    /** By the page's button, or by the mail program itself (RFC 8058: the token is in the address). */
    async unsubscribe(ctx: Context) {
      const id = idOf(strapi, ctx, 'manage', fieldOf(ctx, 'token') ?? ctx.query.token);
      if (!id) return;
      await remove(strapi, id);
      showPage(ctx, messagePage('已退订', '不再发送邮件,您的邮箱已从本系统删除。'));
    },

    async manage(ctx: Context) {
      const id = idOf(strapi, ctx, 'manage', ctx.query.token);
      if (id) await showOwn(strapi, ctx, id, false);
    },
    async change(ctx: Context) {
      const id = idOf(strapi, ctx, 'manage', fieldOf(ctx, 'token'));
      if (!id) return;
      const input = manageSchema.safeParse(ctx.request.body);
      if (!input.success) {
        showInvalid(ctx);
        return;
      }
      if (input.data.act === 'remove-all') await removeAll(strapi, id);
      else await setFrequency(strapi, id, input.data.frequency);
      await showOwn(strapi, ctx, id, true);
    },
  });

/** The field of a form. */
const fieldOf = (ctx: Context, name: string): unknown =>
  (ctx.request.body as Record<string, unknown> | undefined)?.[name];

function idOf(strapi: Core.Strapi, ctx: Context, purpose: Purpose, token: unknown): string | null {
  const id = idFrom(strapi, purpose, token);
  if (!id) showInvalid(ctx);
  return id;
}

function showInvalid(ctx: Context): void {
  showPage(
    ctx,
    messagePage('链接无效', '链接已经过期、不完整或已经退订。请重新订阅,或打开最近一封邮件里的链接。'),
    400,
  );
}

async function showOwn(strapi: Core.Strapi, ctx: Context, id: string, saved: boolean): Promise<void> {
  const own = await ownOf(strapi, id);
  if (own.length === 0) {
    showPage(ctx, messagePage('没有订阅', '这个邮箱目前没有任何订阅。'));
    return;
  }
  const labels = await labelsOf(strapi);
  const managed = own.map(({ id: one, filters, frequency }) => ({
    token: tokenFor(strapi, 'manage', one),
    text: describe(filters, labels),
    frequency,
  }));
  showPage(ctx, managePage(managed, saved));
}
