import type { Core } from '@strapi/strapi';
import { allTypes } from '../domain/registry';

/** The role of API users who act for a department. What they may do is decided by the gate. */
export const DEPARTMENT_ROLE = 'department';

const ROLE = 'plugin::users-permissions.role';
const PERMISSION = 'plugin::users-permissions.permission';
const WRITES = ['create', 'update', 'delete', 'roster', 'verb', 'mask', 'workflow'] as const;

/** The scopes of every write route and of the audit log. */
function requiredActions(strapi: Core.Strapi): string[] {
  const writes = allTypes(strapi).flatMap(({ uid }) => WRITES.map((action) => `${uid}.${action}`));
  return [...writes, 'plugin::disclosure.public.audit', 'plugin::users-permissions.user.me'];
}

/** Brings the role and its permissions in line with the registered domains. */
export async function syncDepartmentRole(strapi: Core.Strapi): Promise<{ id: number }> {
  const roles = strapi.db.query(ROLE);
  const role =
    (await roles.findOne({ where: { type: DEPARTMENT_ROLE } })) ??
    (await roles.create({
      data: {
        type: DEPARTMENT_ROLE,
        name: '部门业务系统',
        description: '经接口录入和发布；能做什么由责任分工和岗位职责决定',
      },
    }));
  const permissions = strapi.db.query(PERMISSION);
  const held = (await permissions.findMany({ where: { role: { id: role.id } }, limit: 10_000 })) as {
    id: number;
    action: string;
  }[];
  const required = new Set(requiredActions(strapi));
  const stale = held.filter(({ action }) => !required.delete(action));
  if (stale.length > 0) await permissions.deleteMany({ where: { id: { $in: stale.map(({ id }) => id) } } });
  for (const action of required) await permissions.create({ data: { action, role: role.id } });
  return role as { id: number };
}

/** What a visitor without an account may do of the users-permissions plugin: sign in, nothing else. */
const PUBLIC_ACTIONS = ['plugin::users-permissions.auth.callback'];

/**
 * Accounts are made by the office: nobody registers herself, and nobody makes the server send mail or
 * call a sign-in provider.
 */
export async function closeRegistration(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query(PERMISSION).deleteMany({
    where: {
      role: { type: 'public' },
      action: { $startsWith: 'plugin::users-permissions.', $notIn: PUBLIC_ACTIONS },
    },
  });
  const store = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  const settings = (await store.get({})) as Record<string, unknown> | null;
  if (settings?.allow_register === false) return;
  await store.set({ value: { ...settings, allow_register: false } });
}
