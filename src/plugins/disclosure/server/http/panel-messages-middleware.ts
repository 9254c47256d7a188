import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';

/** What Strapi's sign-in says in English, and its page shows as it comes. */
const CHINESE: Record<string, string> = {
  'Invalid credentials': '登录邮箱或密码不正确',
  'Too many requests, please try again later.': '尝试的次数太多，请过几分钟再试',
};

/** Gives the sign-in of the panel Chinese answers. */
export const panelMessagesMiddleware =
  () =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      if (ctx.path.startsWith('/admin/') && error instanceof errors.ApplicationError) {
        error.message = CHINESE[error.message] ?? error.message;
      }
      throw error;
    }
  };
