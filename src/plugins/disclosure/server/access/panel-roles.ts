import type { Core } from '@strapi/strapi';
import { REFERENCE_TYPES } from '../content-types';
import { allTypes } from '../domain/registry';
import { toMember } from '../gate/actor';
import { departmentAndUnits } from '../reference-data/departments';
import { watches } from '../rules/ownership';

/** Roles of the panel; what a person may write is decided by the gate, they decide what she sees. */
export const PANEL_ROLES = {
  department: {
    code: 'disclosure-department',
    name: '部门工作人员',
    description: '录入、审核、发布本部门的公开信息',
  },
  office: {
    code: 'disclosure-office',
    name: '区政务公开办',
    description: '查看全区公开信息，责令撤回，维护基础数据',
  },
} as const;

type Permission = {
  action: string;
  subject?: string | null;
  properties?: { fields: string[] };
  conditions?: string[];
};

const OWN_DEPARTMENT = 'plugin::disclosure.own-department';
const EXPLORER = 'plugin::content-manager.explorer';
const FILES: Permission[] = [
  { action: 'plugin::upload.read', conditions: ['admin::is-creator'] },
  { action: 'plugin::upload.assets.create' },
  { action: 'plugin::upload.assets.update', conditions: ['admin::is-creator'] },
  { action: 'plugin::upload.assets.download' },
  { action: 'plugin::upload.assets.copy-link' },
];

/**
 * The panel shows a department its own documents (a scalar owner: a condition through a relation lists
 * entries but cannot open them, strapi#17622).
 */
export function registerOwnDepartmentCondition(strapi: Core.Strapi): void {
  strapi.service('admin::permission').conditionProvider.register({
    displayName: '本部门的信息',
    name: 'own-department',
    plugin: 'disclosure',
    category: '政务公开',
    async handler(user: { id: number }) {
      const membership = await strapi.db
        .query('plugin::disclosure.membership')
        .findOne({ where: { adminUser: { id: user.id }, active: true } });
      const member = membership ? await toMember(strapi, membership, 'admin') : null;
      if (!member) return false;
      return watches(member) || { owner: { $in: await departmentAndUnits(strapi, member.department) } };
    },
  });
}

/** Everything but reading is open in the panel's own permissions, so that the gate answers, with its reason. */
function documentPermissions(strapi: Core.Strapi, actions: readonly string[]): Permission[] {
  return allTypes(strapi).flatMap(({ uid, fields }) =>
    actions.map((action) => ({
      action: `${EXPLORER}.${action}`,
      subject: uid,
      ...(action === 'delete' || action === 'publish' ? {} : { properties: { fields: Object.keys(fields) } }),
      conditions: action === 'read' ? [OWN_DEPARTMENT] : [],
    })),
  );
}

const referencePermissions = (): Permission[] =>
  REFERENCE_TYPES.flatMap(({ singular, fields }) =>
    ['create', 'read', 'update', 'delete'].map((action) => ({
      action: `${EXPLORER}.${action}`,
      subject: `plugin::disclosure.${singular}`,
      ...(action === 'delete' ? {} : { properties: { fields: Object.keys(fields) } }),
      conditions: [],
    })),
  );

async function ensureRole(
  strapi: Core.Strapi,
  role: { code: string; name: string; description: string },
  permissions: Permission[],
): Promise<void> {
  const roles = strapi.db.query('admin::role');
  const { id } =
    (await roles.findOne({ where: { code: role.code } })) ?? (await roles.create({ data: role }));
  if (await holdsExactly(strapi, id, permissions)) return;
  await strapi.service('admin::role').assignPermissions(id, permissions);
}

/** Strapi compares every permission with every other; a start without changes is spared that. */
async function holdsExactly(
  strapi: Core.Strapi,
  role: number,
  permissions: readonly Permission[],
): Promise<boolean> {
  const held = (await strapi.db
    .query('admin::permission')
    .findMany({ where: { role: { id: role } }, limit: 10_000 })) as Permission[];
  const keysOf = (list: readonly Permission[]) => list.map(keyOf).sort().join('\n');
  return keysOf(held) === keysOf(permissions);
}

const keyOf = ({ action, subject, properties, conditions }: Permission): string =>
  JSON.stringify([action, subject ?? null, [...(properties?.fields ?? [])].sort(), conditions ?? []]);

/** Brings the panel's roles in line with the registered domains; never clicked together by hand. */
export async function syncPanelRoles(strapi: Core.Strapi): Promise<void> {
  const write = ['create', 'read', 'update', 'delete', 'publish'];
  await ensureRole(strapi, PANEL_ROLES.department, [...documentPermissions(strapi, write), ...FILES]);
  await ensureRole(strapi, PANEL_ROLES.office, [
    ...documentPermissions(strapi, ['read', 'publish']),
    ...referencePermissions(),
    { action: 'plugin::upload.read' },
  ]);
}
