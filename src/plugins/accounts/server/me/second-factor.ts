import type { Core } from '@strapi/strapi';
import { toDataURL } from 'qrcode';
import { DisclosureError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { Transaction } from '../../../disclosure/server/types';
import { recordChange } from '../audit';
import type { SecondFactorSetup } from '../contract';
import { beginFactor, confirmFactor, removeFactor, renewRecoveryCodes } from '../second-factor/factors';
import { needsSecondFactor } from '../second-factor/required';
import { otpauthAddress } from '../second-factor/totp';
import { endSessions, proveSession } from '../sessions/store';
import { attempt, WrongSecret } from '../sign-in/attempt';
import { accountKey } from '../sign-in/failures';
import { type Me, requireOwnPassword, requireOwnPasswordAndCode } from './me';

async function record(strapi: Core.Strapi, trx: Transaction, verb: string): Promise<void> {
  const actor = await resolveActor(strapi);
  const personId = actor && 'personId' in actor ? actor.personId : null;
  await recordChange(strapi, trx, { verb, actor, personId });
}

/** Begins to set up a second factor: what an authenticator app reads. Her password is asked for again. */
export async function beginOwnFactor(
  strapi: Core.Strapi,
  me: Me,
  { password }: { password: string },
): Promise<SecondFactorSetup> {
  await requireOwnPassword(strapi, me, password);
  const secret = await beginFactor(strapi, me.user.id);
  if (!secret) {
    throw new DisclosureError('INVALID_TRANSITION', '动态码已经启用；要换手机，请先用密码和动态码停用');
  }
  return {
    secret,
    qrCode: await toDataURL(otpauthAddress(secret, me.user.email), { width: 240, margin: 1 }),
  };
}

/** Confirms it with a first code. Sessions that were begun with the password alone end. */
export async function confirmOwnFactor(strapi: Core.Strapi, me: Me, code: string): Promise<string[]> {
  const { user, session } = me;
  return attempt(strapi, accountKey('panel', user.id), () =>
    inTransaction(strapi, async (trx) => {
      const codes = await confirmFactor(strapi, trx, user.id, code);
      if (!codes) throw new WrongSecret('动态码不正确，请核对手机时间，输入现在显示的6位数字');
      await proveSession(strapi, trx, session);
      await endSessions(strapi, user.id, { except: session });
      await record(strapi, trx, 'account-second-factor-on');
      return codes;
    }),
  );
}

/** @throws DisclosureError NOT_ALLOWED where she is obliged to have one */
export async function removeOwnFactor(
  strapi: Core.Strapi,
  me: Me,
  proof: { password: string; code: string },
): Promise<void> {
  await requireOwnPasswordAndCode(strapi, me, proof);
  if (await needsSecondFactor(strapi, me.user.id)) {
    throw new DisclosureError(
      'NOT_ALLOWED',
      '您的岗位须使用动态码登录，不能停用；换手机请联系区政务公开办重置',
    );
  }
  await inTransaction(strapi, async (trx) => {
    await removeFactor(strapi, me.user.id);
    await record(strapi, trx, 'account-second-factor-off');
  });
}

export async function renewOwnRecoveryCodes(
  strapi: Core.Strapi,
  me: Me,
  proof: { password: string; code: string },
): Promise<string[]> {
  await requireOwnPasswordAndCode(strapi, me, proof);
  return inTransaction(strapi, async (trx) => {
    await record(strapi, trx, 'account-recovery-codes');
    return renewRecoveryCodes(strapi, trx, me.user.id);
  });
}
