import type { Core } from '@strapi/strapi';
import { nameVerbs } from '../../disclosure/server/audit/verb-names';
import { subscribe } from '../../disclosure/server/outbox/subscriptions';
import { callbackBodyMiddleware } from './callback/body-middleware';
import { articlesController } from './http/articles-controller';
import { callbackController } from './http/callback-controller';
import { describeWechatRoutes } from './http/describe';
import { deskController } from './http/desk-controller';
import { routes } from './http/routes';
import { startPush, stopPush, wakePush } from './push/clock';
import { subscription } from './push/subscription';
import { settingsSchema } from './settings';

type Context = { strapi: Core.Strapi };

/** The 公众号: answers messages, gives articles, and keeps drafts. */
export default {
  config: {
    default: settingsSchema.parse({}),
    validator: (config: unknown) => void settingsSchema.parse(config),
  },
  controllers: { callback: callbackController, articles: articlesController, desk: deskController },
  middlewares: { callbackBody: callbackBodyMiddleware },
  routes,

  register({ strapi }: Context) {
    describeWechatRoutes(strapi);
    nameVerbs({
      'wechat-choose': '公众号选择',
      'wechat-retry': '公众号重新推送',
      'wechat-settle': '公众号已处理',
    });
    subscribe(strapi, subscription(strapi, wakePush));
  },

  bootstrap({ strapi }: Context) {
    startPush(strapi);
  },

  destroy: stopPush,
};
