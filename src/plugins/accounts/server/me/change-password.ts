import type { Core } from '@strapi/strapi';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { recordChange } from '../audit';
import { accountOf } from '../passwords/guard-panel';
import { assertMayUse } from '../passwords/history';
import { setPanelPassword } from '../passwords/set-password';
import { endSessions } from '../sessions/store';
import { type Me, requireOwnPassword } from './me';

/** Changes her password by the policy; her other sessions end, this one stays. */
export async function changeOwnPassword(
  strapi: Core.Strapi,
  me: Me,
  { currentPassword, password }: { currentPassword: string; password: string },
): Promise<void> {
  const { user, session } = me;
  await requireOwnPassword(strapi, me, currentPassword);
  await assertMayUse(strapi, accountOf(user), password);
  const actor = await resolveActor(strapi);
  await inTransaction(strapi, async (trx) => {
    await setPanelPassword(strapi, user.id, password, { mustChange: false });
    await endSessions(strapi, user.id, { except: session });
    await recordChange(strapi, trx, {
      verb: 'account-password',
      actor,
      personId: actor && 'personId' in actor ? actor.personId : null,
    });
  });
}
