import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { parseInput } from '../http/input';
import { requirePassword } from '../passwords/check-password';
import { accountOf } from '../passwords/guard-panel';
import { assertMayUse } from '../passwords/history';
import { currentAdmission, withAdmission } from '../sessions/admission';
import type { PanelUser } from '../types';
import { attempt } from './attempt';
import { accountKey } from './failures';
import { admitToPanel, afterSignIn, signInSchema } from './panel';

type Handler = (ctx: Context, next: Next) => Promise<unknown>;
type Controller = Record<string, Handler>;
type Controllers = { extend(uid: string, change: (controller: Controller) => Controller): unknown };
type Credentials = (input: { email: string; password: string }) => Promise<unknown>;

/**
 * Strapi's own ways into the panel go through here: sign-in with its lock and second factor, and those that
 * sign in by themselves after a password was set. Before Strapi mounts its routes.
 */
export function guardPanelWaysIn(strapi: Core.Strapi): void {
  const controllers = strapi.get('controllers') as Controllers;
  controllers.extend('admin::authentication', (controller) => ({
    ...controller,
    login: signIn(strapi, controller.login as Handler),
    register: withRefusal(controller.register as Handler),
    registerAdmin: withRefusal(controller.registerAdmin as Handler),
    resetPassword: withRefusal(controller.resetPassword as Handler),
  }));
  controllers.extend('admin::authenticated-user', (controller) => ({
    ...controller,
    updateMe: withCountedPassword(strapi, controller.updateMe as Handler),
  }));
  const auth = strapi.service('admin::auth') as unknown as { checkCredentials: Credentials };
  // the password has been looked at, once, by admitToPanel; nobody is let in by any other way
  auth.checkCredentials = async () => {
    const user = currentAdmission()?.user;
    return user ? [null, user] : [null, false, { message: 'Invalid credentials' }];
  };
}

function signIn(strapi: Core.Strapi, original: Handler): Handler {
  return async (ctx, next) => {
    const body = (ctx.request.body ?? {}) as Record<string, unknown>;
    const admission = await admitToPanel(strapi, parseInput(signInSchema, body));
    // the browser may forget the session earlier than the server does, never later
    ctx.request.body = { ...body, rememberMe: false };
    await withAdmission(admission, () => original(ctx, next));
    if (ctx.status !== 200) return;
    const { data } = ctx.body as { data: Record<string, unknown> };
    ctx.body = { data: { ...data, next: await afterSignIn(strapi, admission) } };
  };
}

/** Tells why no session began: Strapi answers every error of it with 500. */
function withRefusal(original: Handler): Handler {
  return async (ctx, next) => {
    const admission = { user: null, secondFactor: false, refusal: null };
    await withAdmission(admission, () => original(ctx, next)).catch((error: unknown) => {
      throw admission.refusal ?? error;
    });
    if (admission.refusal) throw admission.refusal;
  };
}

/**
 * The profile page asks for the present password: guessing it counts like a sign-in. Strapi ends her sessions
 * before it sets the new one, so that whether she may have it is asked first.
 */
function withCountedPassword(strapi: Core.Strapi, original: Handler): Handler {
  return async (ctx, next) => {
    const { password, currentPassword } = (ctx.request.body ?? {}) as Record<string, unknown>;
    const user = ctx.state.user as PanelUser;
    if (password !== undefined && typeof currentPassword === 'string') {
      await attempt(strapi, accountKey('panel', user.id), () =>
        requirePassword(strapi, currentPassword, user.password, '现在的密码不正确'),
      );
      if (typeof password === 'string') await assertMayUse(strapi, accountOf(user), password);
    }
    return original(ctx, next);
  };
}
