import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { originalOf } from '../originals';
import { ownDepartmentFilter } from './own-department';
import { permissionVersion, watchPermissions } from './permission-version';

/*
 * What somebody may do is kept for as long as nothing has changed that it follows from. Strapi makes it anew at every
 * request, out of hundreds of rows, which takes longer than many an answer (a document's side panel: 23 ms, without it
 * 14). Who she is, that her account and session are active, and which role she has, Strapi looks up at every request
 * as before.
 */

type User = { id: number; roles?: readonly { id: number }[] };
type PanelEngine = { generateUserAbility(user: User): Promise<object> };
type ApiEngine = { generateAbility(permissions: readonly object[], options?: object): Promise<object> };
type RolePermissions = { findRolePermissions(roleId: number): Promise<readonly object[]> };

/** People who use the panel at the same time. */
const PEOPLE = 1_000;
/** Roles of programs; there are three. */
const ROLES = 20;

export async function keepAbilities(strapi: Core.Strapi): Promise<void> {
  await watchPermissions(strapi);
  keepInPanel(strapi);
  keepInApi(strapi);
}

/** By all permissions, her roles, and what the condition of her department lets her read. */
function keepInPanel(strapi: Core.Strapi): void {
  const engine = strapi.service('admin::permission').engine as PanelEngine;
  const { generateUserAbility } = originalOf(engine);
  const kept = keeper<object>(PEOPLE);
  engine.generateUserAbility = async (user) => {
    const version = await permissionVersion(strapi);
    const roles = user.roles?.map(({ id }) => id).sort((a, b) => a - b);
    const own = await ownDepartmentFilter(strapi, user);
    return kept(JSON.stringify([version, user.id, roles, own]), () => generateUserAbility(user));
  };
}

/** The rows of a role by all permissions; what they let do by themselves, as no condition looks at who asks. */
function keepInApi(strapi: Core.Strapi): void {
  const service: RolePermissions = strapi.plugin('users-permissions').service('permission');
  const find = service.findRolePermissions.bind(service);
  const rows = keeper<readonly object[]>(ROLES);
  service.findRolePermissions = async (roleId) =>
    rows(`${await permissionVersion(strapi)} ${roleId}`, () => find(roleId));

  const engine = strapi.contentAPI.permissions.engine as unknown as ApiEngine;
  const generate = engine.generateAbility.bind(engine);
  const kept = keeper<object>(ROLES);
  engine.generateAbility = (permissions, options) =>
    options ? generate(permissions, options) : kept(JSON.stringify(permissions), () => generate(permissions));
}

/** Makes what a key stands for once, also for those who ask while it is being made. */
function keeper<T>(max: number) {
  const kept = new LRUCache<string, Promise<T>>({ max });
  return (key: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known) return known;
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
}
