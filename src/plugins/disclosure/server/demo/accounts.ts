import type { Core } from '@strapi/strapi';
import { DEPARTMENT_ROLE } from '../access/department-role';
import { PANEL_ROLES } from '../access/panel-roles';
import { runInsideGate } from '../gate/storage';
import { allDepartments } from '../reference-data/departments';
import type { Duty } from '../types';

export const MEMBERSHIP = 'plugin::disclosure.membership';

type Account = {
  email: string;
  name: string;
  department: string;
  duties: Duty[];
  panelRole: keyof typeof PANEL_ROLES;
};

const editorOf = (code: string, name: string): Account => ({
  email: `${code}-editor@example.test`,
  name: `${name}录入员`,
  department: code,
  duties: ['editor'],
  panelRole: 'department',
});

const reviewerOf = (code: string, name: string): Account => ({
  email: `${code}-reviewer@example.test`,
  name: `${name}审核员`,
  department: code,
  // one person may hold all three duties; what she enters herself she cannot review
  duties: ['editor', 'reviewer', 'publisher'],
  panelRole: 'department',
});

const SUPERVISOR: Account = {
  email: 'office-supervisor@example.test',
  name: '区政务公开办监督员',
  department: 'district-office',
  duties: ['supervisor', 'auditor'],
  panelRole: 'office',
};

/** Makes the demo accounts that are not there yet: each one person, with a panel and an API account. */
export async function ensureDemoAccounts(strapi: Core.Strapi, password: string): Promise<void> {
  const departments = await allDepartments(strapi);
  const known = new Set(await emailsOf(strapi));
  const accounts = [
    ...departments.flatMap(({ code, name }) => [editorOf(code, name), reviewerOf(code, name)]),
    SUPERVISOR,
  ].filter(({ email }) => !known.has(email));
  if (accounts.length === 0) return;
  const hash = await strapi.service('admin::auth').hashPassword(password);
  const apiRole = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: DEPARTMENT_ROLE } });
  const panelRoles = new Map<string, number>();
  for (const role of Object.values(PANEL_ROLES)) {
    const found = await strapi.db.query('admin::role').findOne({ where: { code: role.code } });
    panelRoles.set(role.code, found.id);
  }
  await strapi.db.transaction(async () => {
    for (const account of accounts) {
      const panelRole = panelRoles.get(PANEL_ROLES[account.panelRole].code);
      await createAccount(strapi, account, hash, { panelRole, apiRole: apiRole.id });
    }
  });
}

async function emailsOf(strapi: Core.Strapi): Promise<string[]> {
  const users = await strapi.db.query('admin::user').findMany({ select: ['email'], limit: 10_000 });
  return users.map(({ email }: { email: string }) => email);
}

async function createAccount(
  strapi: Core.Strapi,
  { email, name, department, duties }: Account,
  password: string,
  roles: { panelRole: number | undefined; apiRole: number },
): Promise<void> {
  const adminUser = await strapi.db.query('admin::user').create({
    data: {
      email,
      firstname: name,
      password,
      isActive: true,
      preferedLanguage: 'zh-Hans',
      roles: [roles.panelRole],
    },
  });
  const apiUser = await strapi.db.query('plugin::users-permissions.user').create({
    data: {
      email,
      username: email,
      password,
      provider: 'local',
      confirmed: true,
      blocked: false,
      role: roles.apiRole,
    },
  });
  const data = {
    name,
    department,
    active: true,
    adminUser: adminUser.id,
    apiUser: apiUser.id,
    ...Object.fromEntries(duties.map((duty) => [duty, true])),
  };
  await runInsideGate(() => strapi.documents(MEMBERSHIP as never).create({ data } as never));
}
