import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { recordEvent } from '../audit';
import { now } from '../clock';
import type { NextStep } from '../contract';
import { requirePassword } from '../passwords/check-password';
import { isTooOld } from '../passwords/policy';
import { findState, keepState } from '../passwords/states';
import { personOf } from '../people/person-of';
import { hasSecondFactor, proveFactor } from '../second-factor/factors';
import { needsSecondFactor } from '../second-factor/required';
import type { Admission } from '../sessions/admission';
import { nextStep } from '../sessions/judge';
import { accountSettings } from '../settings';
import { PANEL_USER, type PanelUser } from '../types';
import { attempt, WrongSecret } from './attempt';
import { accountKey, strangerKey } from './failures';

/** `code`: a one-time code, or a recovery code. */
export const signInSchema = z.object({
  email: z.string().max(320),
  password: z.string().max(1000),
  code: z.string().max(40).optional(),
});
type SignIn = z.infer<typeof signInSchema>;

const WRONG = '登录邮箱或密码不正确';

/**
 * Looks at what somebody signs in with, in the panel.
 *
 * @throws DisclosureError INVALID_CREDENTIALS, ACCOUNT_LOCKED (the same for accounts that do not exist),
 *   SECOND_FACTOR_REQUIRED, NOT_ALLOWED for a disabled account whose password was right
 */
export async function admitToPanel(
  strapi: Core.Strapi,
  { email, password, code }: SignIn,
): Promise<Admission & { user: PanelUser }> {
  const name = email.trim().toLowerCase();
  const user = (await strapi.db
    .query(PANEL_USER)
    .findOne({ where: { email: name }, populate: ['roles'] })) as PanelUser | null;
  const account = user ? accountKey('panel', user.id) : strangerKey(strapi, 'panel', name);
  return attempt(strapi, account, async () => {
    await requirePassword(strapi, password, user?.password, WRONG);
    if (!user) throw new WrongSecret(WRONG);
    if (!user.isActive) {
      throw new DisclosureError('NOT_ALLOWED', '该账号已停用，需要使用请联系区政务公开办');
    }
    return { user, secondFactor: await proveSecondFactor(strapi, user.id, code), refusal: null };
  });
}

/** @returns whether a second factor was shown; false where the person has none */
async function proveSecondFactor(
  strapi: Core.Strapi,
  userId: number,
  code: string | undefined,
): Promise<boolean> {
  if (!(await hasSecondFactor(strapi, userId))) return false;
  if (!code) {
    throw new DisclosureError('SECOND_FACTOR_REQUIRED', '请输入手机应用上的6位动态码，或一个备用码');
  }
  if (await proveFactor(strapi, userId, code)) return true;
  throw new WrongSecret('动态码不正确或已经用过，请等下一个动态码');
}

/** Notes a sign-in, and tells what has to be done before anything else. */
export async function afterSignIn(
  strapi: Core.Strapi,
  { user, secondFactor }: { user: PanelUser; secondFactor: boolean },
): Promise<NextStep> {
  const { mustChange, passwordSetAt } = await findState(strapi, 'panel', user.id);
  const isOld = isTooOld(passwordSetAt, now(), accountSettings(strapi).password);
  await keepState(strapi, 'panel', user.id, {
    last_sign_in_at: now(),
    ...(isOld ? { must_change: true } : {}),
  });
  const actor = await personOf(strapi, user.id);
  await recordEvent(strapi, {
    verb: 'account-sign-in',
    actor,
    personId: actor && 'personId' in actor ? actor.personId : null,
    details: { secondFactor },
  });
  return nextStep({
    mustChange: mustChange || isOld,
    hasSecondFactor: secondFactor,
    needsSecondFactor: await needsSecondFactor(strapi, user.id),
  });
}
