import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { refuse, toError } from '../../../disclosure/server/errors';
import { requirePassword } from '../passwords/check-password';
import { proveFactor } from '../second-factor/factors';
import { attempt, WrongSecret } from '../sign-in/attempt';
import { accountKey } from '../sign-in/failures';
import { PANEL_USER, type PanelUser } from '../types';

/** The signed-in person and the session that she uses. */
export type Me = { user: PanelUser; session: string };

/**
 * Only somebody who has signed in herself: a token that an administrator made acts in the panel as well,
 * but is no person.
 *
 * @throws DisclosureError NOT_ALLOWED
 */
export async function requireMe(strapi: Core.Strapi, ctx: Context): Promise<Me> {
  const session = ctx.state.panelSession as string | undefined;
  const { id } = (ctx.state.user ?? {}) as { id?: number };
  const user = (await strapi.db
    .query(PANEL_USER)
    .findOne({ where: { id: id ?? 0 }, populate: ['roles'] })) as PanelUser | null;
  if (!session || !user) throw toError(refuse('NOT_ALLOWED', '请用密码登录后再维护自己的账号'));
  return { user, session };
}

/** @throws DisclosureError INVALID_CREDENTIALS, ACCOUNT_LOCKED */
export const requireOwnPassword = (strapi: Core.Strapi, { user }: Me, password: string): Promise<void> =>
  attempt(strapi, accountKey('panel', user.id), () =>
    requirePassword(strapi, password, user.password, '现在的密码不正确'),
  );

/** Her password and a code of her second factor, counted as one attempt. */
export const requireOwnPasswordAndCode = (
  strapi: Core.Strapi,
  { user }: Me,
  { password, code }: { password: string; code: string },
): Promise<void> =>
  attempt(strapi, accountKey('panel', user.id), async () => {
    await requirePassword(strapi, password, user.password, '密码不正确');
    if (!(await proveFactor(strapi, user.id, code))) throw new WrongSecret('动态码不正确或已经用过');
  });
