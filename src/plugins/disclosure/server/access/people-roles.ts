import type { Core } from '@strapi/strapi';
import { toMember } from '../gate/actor';
import { watches } from '../rules/ownership';
import { departmentRole, PANEL_ROLES } from './panel-roles';

const MEMBERSHIP = 'plugin::disclosure.membership';
const SUPER_ADMIN = 'strapi-super-admin';

type Person = { id: number; roles: { id: number; code: string }[] };
type Membership = {
  documentId: string;
  name: string;
  department: string;
  active: boolean;
  adminUser: Person;
};

/**
 * Gives every member the one role of the panel that her department and duties make; whoever is a member
 * no longer keeps an account that sees nothing. Administrators of the installation stay what they are.
 */
export async function syncPeopleRoles(strapi: Core.Strapi): Promise<void> {
  const roles = (await strapi.db
    .query('admin::role')
    .findMany({ where: { code: { $startsWith: 'disclosure-' } }, limit: 2000 })) as {
    id: number;
    code: string;
  }[];
  const ids = new Map(roles.map(({ id, code }) => [code, id]));
  const memberships = (await strapi.db.query(MEMBERSHIP).findMany({
    where: { adminUser: { id: { $notNull: true } } },
    populate: { adminUser: { select: ['id'], populate: { roles: { select: ['id', 'code'] } } } },
    limit: 20_000,
  })) as Membership[];
  for (const membership of memberships) {
    const { adminUser } = membership;
    if (adminUser.roles.some(({ code }) => code === SUPER_ADMIN)) continue;
    const id = ids.get(await roleCode(strapi, membership));
    if (id === undefined || (adminUser.roles.length === 1 && adminUser.roles[0]?.id === id)) continue;
    await strapi.db.query('admin::user').update({ where: { id: adminUser.id }, data: { roles: [id] } });
  }
}

async function roleCode(strapi: Core.Strapi, membership: Membership): Promise<string> {
  const member = membership.active ? await toMember(strapi, membership, 'admin') : null;
  if (!member) return PANEL_ROLES.department.code;
  if (watches(member)) return PANEL_ROLES.office.code;
  return departmentRole({ code: member.department, name: '' }).code;
}
