import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { z } from 'zod';
import { now } from '../clock';
import { passwordFits } from '../passwords/check-password';
import { keepState } from '../passwords/states';
import { API_USER } from '../types';
import { attempt, WrongSecret } from './attempt';
import { accountKey, strangerKey } from './failures';

type Handler = (ctx: Context, next: Next) => Promise<unknown>;
type Controller = Record<string, Handler>;
type ApiUser = { id: number; password: string | null };

const identifierSchema = z.object({ identifier: z.string().max(320), password: z.string().max(1000) });

const WRONG = '登录名或密码不正确';

/** The API's sign-in with its lock: `POST /api/auth/local`. Before Strapi mounts its routes. */
export function guardApiSignIn(strapi: Core.Strapi): void {
  const controllers = strapi.get('controllers') as {
    extend(uid: string, change: (controller: Controller) => Controller): unknown;
  };
  controllers.extend('plugin::users-permissions.auth', (controller) => ({
    ...controller,
    async callback(ctx, next) {
      const original = controller.callback as Handler;
      const input = identifierSchema.safeParse(ctx.request.body);
      const isLocal = ((ctx.params as { provider?: string }).provider ?? 'local') === 'local';
      // Strapi says what is wrong with the rest
      if (!isLocal || !input.success) return original(ctx, next);
      const user = await findUser(strapi, input.data.identifier);
      await attempt(strapi, keyOf(strapi, user, input.data.identifier), async () => {
        if (!(await passwordFits(strapi, input.data.password, user?.password))) throw new WrongSecret(WRONG);
      });
      await original(ctx, next);
      if (user && ctx.status === 200) await keepState(strapi, 'api', user.id, { last_sign_in_at: now() });
    },
  }));
}

/** As Strapi looks for it. */
const findUser = (strapi: Core.Strapi, identifier: string): Promise<ApiUser | null> =>
  strapi.db.query(API_USER).findOne({
    where: { provider: 'local', $or: [{ email: identifier.toLowerCase() }, { username: identifier }] },
  });

const keyOf = (strapi: Core.Strapi, user: ApiUser | null, identifier: string): string =>
  user ? accountKey('api', user.id) : strangerKey(strapi, 'api', identifier);
