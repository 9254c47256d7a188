import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { DisclosureError } from '../../../disclosure/server/errors';
import { parseQuery } from '../../../disclosure/server/read-model/query-schema';
import { messageOf, TOO_LONG } from '../callback/body-middleware';
import { handleMessage } from '../callback/handle-message';
import { assertSigned, openMessage } from '../callback/open-message';
import { messageQuerySchema, verifyQuerySchema } from '../callback/query';
import { writeReply } from '../callback/reply';
import { type Settings, settingsOf } from '../settings';

/** What WeChat hears where a person is told nothing. */
const SUCCESS = 'success';

/** The address that is entered in 公众平台 as 服务器地址. */
export const callbackController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async verify(ctx: Context) {
    const settings = requireCallback(strapi);
    const { signature, echostr, ...query } = parseQuery(verifyQuerySchema, ctx.query);
    assertSigned(settings, query, { signature }, new Date());
    answerText(ctx, echostr);
  },

  async receive(ctx: Context) {
    const settings = requireCallback(strapi);
    const query = parseQuery(messageQuerySchema, ctx.query);
    const body = messageOf(ctx);
    if (body === TOO_LONG) {
      ctx.set('Connection', 'close');
      throw new errors.PayloadTooLargeError('消息太长,不能超过64KB', { code: 'INVALID_INPUT' });
    }
    const now = new Date();
    const { fields, format, wrap } = openMessage(settings, query, body, now);
    const reply = await handleMessage(strapi, fields);
    if (reply === null) return answerText(ctx, SUCCESS);
    const head = {
      to: fields.FromUserName ?? '',
      from: fields.ToUserName ?? '',
      at: Math.floor(now.getTime() / 1000),
    };
    answerText(
      ctx,
      wrap(writeReply(reply, head, format), now),
      format === 'json' ? 'application/json' : 'text/xml',
    );
  },
});

/** @throws DisclosureError NOT_FOUND where no account is set up */
function requireCallback(strapi: Core.Strapi): Settings {
  const settings = settingsOf(strapi);
  if (!settings.token)
    throw new DisclosureError('NOT_FOUND', '没有设置公众号的令牌(WECHAT_TOKEN),不接收微信消息');
  return settings;
}

function answerText(ctx: Context, text: string, type = 'text/plain'): void {
  ctx.status = 200;
  ctx.set('Cache-Control', 'no-store');
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Type', `${type}; charset=utf-8`);
  ctx.body = text;
}
