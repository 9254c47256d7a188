import type { Core } from '@strapi/strapi';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { originalOf } from '../../../disclosure/server/originals';
import { recordEvent } from '../audit';
import { assertAdministratorStays } from '../people/administrators';
import { administratorId } from '../people/person-of';
import { endSessions } from '../sessions/store';
import { PANEL_USER, type PanelUser } from '../types';
import { assertMayUse, rememberPassword } from './history';

type Attributes = Record<string, unknown> & { password?: string; isActive?: boolean; email?: string };
type UserService = {
  create(attributes: Attributes): Promise<PanelUser>;
  createFirstAdmin(attributes: Attributes): Promise<PanelUser>;
  updateById(id: number | string, attributes: Attributes): Promise<PanelUser>;
  resetPasswordByEmail(email: string, password: string): Promise<unknown>;
  deleteById(id: number | string): Promise<unknown>;
  deleteByIds(ids: (number | string)[]): Promise<unknown>;
};

/**
 * Every way in which Strapi sets a password of the panel ends in this service: profile, settings,
 * registration, reset, its command line. The policy stands here. Before Strapi serves requests.
 */
export function guardPanelUsers(strapi: Core.Strapi): void {
  const users = strapi.service('admin::user') as unknown as UserService;
  const { create, createFirstAdmin, updateById, resetPasswordByEmail, deleteById, deleteByIds } =
    originalOf(users);
  users.create = withPolicy(strapi, create);
  users.createFirstAdmin = withPolicy(strapi, createFirstAdmin);
  users.updateById = async (id, attributes) => {
    const before = await findUser(strapi, id);
    if (!before) return updateById(id, attributes);
    if (attributes.isActive === false || attributes.roles !== undefined) {
      await assertAdministratorStays(strapi, before.id, attributes);
    }
    if (attributes.password !== undefined) {
      await assertMayUse(strapi, accountOf(before), attributes.password);
    }
    const after = await updateById(id, attributes);
    await follow(strapi, after, attributes);
    return after;
  };
  // Strapi's command line, which goes past its own service
  users.resetPasswordByEmail = async (email, password) => {
    const user = await strapi.db.query(PANEL_USER).findOne({ where: { email } });
    return user ? users.updateById(user.id, { password }) : resetPasswordByEmail(email, password);
  };
  users.deleteById = async (id) => {
    await assertAdministratorStays(strapi, Number(id), { isActive: false });
    return deleteById(id);
  };
  users.deleteByIds = async (ids) => {
    for (const id of ids)
      await assertAdministratorStays(strapi, Number(id), { isActive: false }, ids.map(Number));
    return deleteByIds(ids);
  };
}

/** What a new password of hers is judged by. */
export const accountOf = (user: PanelUser) => ({
  door: 'panel' as const,
  id: user.id,
  email: user.email,
  name: user.firstname,
  hash: user.password,
});

const findUser = (strapi: Core.Strapi, id: number | string): Promise<PanelUser | null> =>
  strapi.db.query(PANEL_USER).findOne({ where: { id } });

function withPolicy(strapi: Core.Strapi, create: (attributes: Attributes) => Promise<PanelUser>) {
  return async (attributes: Attributes): Promise<PanelUser> => {
    const { password, email = '' } = attributes;
    if (password !== undefined) {
      const name = typeof attributes.firstname === 'string' ? attributes.firstname : null;
      await assertMayUse(strapi, { door: 'panel', id: null, email, name, hash: null }, password);
    }
    const user = await create(attributes);
    if (password !== undefined && user.password) {
      await rememberPassword(
        strapi,
        { door: 'panel', id: user.id, hash: user.password },
        { mustChange: false },
      );
    }
    return user;
  };
}

/** What a change by Strapi's own pages brings with it. */
async function follow(strapi: Core.Strapi, user: PanelUser, attributes: Attributes): Promise<void> {
  const requester = (strapi.requestContext.get()?.state as { user?: { id: number } } | undefined)?.user;
  const isOwn = !requester || requester.id === user.id;
  if (attributes.password !== undefined && user.password) {
    await rememberPassword(
      strapi,
      { door: 'panel', id: user.id, hash: user.password },
      // another person knows it
      { mustChange: !isOwn },
    );
  }
  if (!isOwn && (attributes.password !== undefined || attributes.isActive === false)) {
    await endSessions(strapi, user.id);
  }
  const told = Object.keys(attributes).filter((key) =>
    ['password', 'isActive', 'roles', 'email'].includes(key),
  );
  if (told.length === 0 || !requester) return;
  await recordEvent(strapi, {
    verb: 'account-change',
    actor: await resolveActor(strapi),
    personId: administratorId(user.id),
    details: { email: user.email, changed: told },
  });
}
