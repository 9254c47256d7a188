import type { Core } from '@strapi/strapi';
import { REFERENCE_TYPES } from '../content-types';
import { allTypes, type RegisteredType } from '../domain/registry';
import { allDepartments } from '../reference-data/departments';
import { allScopes } from '../reference-data/responsibilities';
import { ownedTypes, typesOf } from './department-types';
import { OWN_DEPARTMENT } from './own-department';
import { assignPermissions, type Permission } from './permissions';

type Role = { code: string; name: string; description: string };

/** Roles of the panel; what a person may write is decided by the gate, they decide what she sees. */
export const PANEL_ROLES = {
  department: {
    code: 'disclosure-department',
    name: '尚未分配部门',
    description: '没有部门的账号看不到公开信息；在“人员管理”中分配部门和职责',
  },
  office: {
    code: 'disclosure-office',
    name: '区政务公开办',
    description: '查看全区公开信息，责令撤回，维护基础数据',
  },
} as const satisfies Record<string, Role>;

/** The role of a department: it shows the kinds of information that are hers, and no others. */
export const departmentRole = ({ code, name }: { code: string; name: string }): Role => ({
  code: `${PANEL_ROLES.department.code}-${code}`,
  name: `${name}工作人员`,
  description: '由责任分工生成，随责任分工变化；能办什么由岗位职责决定',
});

const EXPLORER = 'plugin::content-manager.explorer';
const FILES: Permission[] = [
  { action: 'plugin::upload.read', conditions: ['admin::is-creator'] },
  { action: 'plugin::upload.assets.create' },
  { action: 'plugin::upload.assets.update', conditions: ['admin::is-creator'] },
  { action: 'plugin::upload.assets.download' },
  { action: 'plugin::upload.assets.copy-link' },
];

/** Everything but reading is open in the panel's own permissions, so that the gate answers, with its reason. */
const documentPermissions = (types: readonly RegisteredType[], actions: readonly string[]): Permission[] =>
  types.flatMap(({ uid, fields }) =>
    actions.map((action) => ({
      action: `${EXPLORER}.${action}`,
      subject: uid,
      ...(action === 'delete' || action === 'publish' ? {} : { properties: { fields: Object.keys(fields) } }),
      conditions: action === 'read' ? [OWN_DEPARTMENT] : [],
    })),
  );

const referencePermissions = (): Permission[] =>
  REFERENCE_TYPES.flatMap(({ singular, fields }) =>
    ['create', 'read', 'update', 'delete'].map((action) => ({
      action: `${EXPLORER}.${action}`,
      subject: `plugin::disclosure.${singular}`,
      ...(action === 'delete' ? {} : { properties: { fields: Object.keys(fields) } }),
      conditions: [],
    })),
  );

const WRITE = ['create', 'read', 'update', 'delete', 'publish'];

/**
 * Brings the panel's roles in line with departments, responsibilities and domains: one role a department,
 * for the types that it, or an institution that it regulates, works with. Never clicked together by hand.
 */
export async function syncPanelRoles(strapi: Core.Strapi): Promise<void> {
  const types = allTypes(strapi);
  const [departments, scopes, owned] = await Promise.all([
    allDepartments(strapi),
    allScopes(strapi),
    ownedTypes(strapi),
  ]);
  const roles = departments.map((department): [Role, Permission[]] => {
    const units = departments.filter(({ regulator }) => regulator === department.code);
    const codes = [department.code, ...units.map(({ code }) => code)];
    const open = typesOf(types, {
      scopes: codes.flatMap((code) => scopes.get(code) ?? []),
      owned: new Set(codes.flatMap((code) => [...(owned.get(code) ?? [])])),
    });
    return [departmentRole(department), [...documentPermissions(open, WRITE), ...FILES]];
  });
  await assignPermissions(strapi, [
    [PANEL_ROLES.department, []],
    [
      PANEL_ROLES.office,
      [
        ...documentPermissions(types, ['read', 'publish']),
        ...referencePermissions(),
        { action: 'plugin::upload.read' },
      ],
    ],
    ...roles,
  ]);
}
