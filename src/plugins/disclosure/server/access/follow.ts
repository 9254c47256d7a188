import type { Core } from '@strapi/strapi';
import { syncPanelRoles } from './panel-roles';
import { syncPeopleRoles } from './people-roles';

/** What roles follow from. */
const SOURCES = [
  'plugin::disclosure.department',
  'plugin::disclosure.membership',
  'plugin::disclosure.responsibility',
];

/** What is being brought in line in an instance, and whether another turn is due after it. */
type Following = { turn: Promise<unknown>; isAwaited: boolean };
const followings = new WeakMap<Core.Strapi, Following>();

function followingOf(strapi: Core.Strapi): Following {
  const following = followings.get(strapi) ?? { turn: Promise.resolve(), isAwaited: false };
  followings.set(strapi, following);
  return following;
}

/** Brings roles, and who has them, in line with departments, responsibilities and memberships. */
export async function syncRoles(strapi: Core.Strapi): Promise<void> {
  await syncPanelRoles(strapi);
  await syncPeopleRoles(strapi);
}

/** Roles follow what they are made from, after the commit of its change. */
export function followReferenceData(strapi: Core.Strapi): void {
  const follow = () => rolesFollow(strapi);
  strapi.db.lifecycles.subscribe({
    models: SOURCES,
    afterCreate: follow,
    afterCreateMany: follow,
    afterUpdate: follow,
    afterUpdateMany: follow,
    afterDelete: follow,
    afterDeleteMany: follow,
  });
}

/** Has the roles brought in line once the current transaction, if there is one, has been committed. */
export async function rolesFollow(strapi: Core.Strapi): Promise<void> {
  const following = followingOf(strapi);
  const start = () => {
    // changes of one moment are followed once
    if (following.isAwaited) return;
    following.isAwaited = true;
    following.turn = following.turn
      .then(() => {
        following.isAwaited = false;
        return syncRoles(strapi);
      })
      .catch((error: unknown) => strapi.log.error(error));
  };
  if (!strapi.db.inTransaction()) return start();
  await strapi.db.transaction(({ onCommit }) => onCommit(start));
}

/** Ends when the roles have followed everything that was committed so far. */
export const rolesSettled = async (strapi: Core.Strapi): Promise<void> => {
  if (!strapi.db.inTransaction()) await followingOf(strapi).turn;
};
