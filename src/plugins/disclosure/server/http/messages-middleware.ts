import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { DisclosureError, type ErrorCode } from '../errors';

/** What Strapi's sign-in says in English, and its page shows as it comes. */
const CHINESE: Record<string, { code: ErrorCode; message: string }> = {
  'Invalid credentials': { code: 'INVALID_CREDENTIALS', message: '登录邮箱或密码不正确' },
  'Invalid identifier or password': { code: 'INVALID_CREDENTIALS', message: '登录名或密码不正确' },
  'Too many requests, please try again later.': {
    code: 'TOO_MANY_REQUESTS',
    message: '尝试的次数太多，请过几分钟再试',
  },
};

/** What Strapi says to somebody whose session has ended. */
const ENDED = new Set(['Missing or invalid credentials', 'Missing refresh token', 'Invalid refresh token']);

/** Gives what Strapi itself answers in English a Chinese sentence and a code. The outermost but for its own errors. */
export const messagesMiddleware =
  () =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      throw inChinese(error);
    }
    const { error } = (ctx.body ?? {}) as { error?: { message?: string } };
    if (ctx.status === 401 && error && ENDED.has(error.message ?? ''))
      error.message = '没有登录，或登录已结束，请重新登录';
    if (ctx.status === 404 && !ctx.body && ctx.path.startsWith('/api/')) {
      const { name, message, details } = new DisclosureError('NOT_FOUND', '没有这个接口，请核对地址和方法');
      ctx.status = 404;
      ctx.body = { data: null, error: { status: 404, name, message, details } };
    }
  };

function inChinese(error: unknown): unknown {
  // thrown by the parser of bodies, before any route is known
  if (
    error instanceof Error &&
    error.name === 'SyntaxError' &&
    (error as { status?: number }).status === 400
  ) {
    return new DisclosureError('INVALID_INPUT', '请求正文不是有效的 JSON，请检查引号、逗号和括号');
  }
  if (error instanceof Error && (error as { type?: unknown }).type === 'entity.too.large') {
    error.message = '提交的内容太大，请删减文字，或把图片、文件改为附件上传';
  }
  const known = error instanceof errors.ApplicationError ? CHINESE[error.message] : undefined;
  if (known) {
    const refused = error as { message: string; details: unknown };
    refused.message = known.message;
    refused.details = { ...(refused.details as object | undefined), code: known.code };
  }
  return error;
}
