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
};

const editorOf = (code: string, name: string): Account => ({
  email: `${code}-editor@example.test`,
  name: `${name}录入员`,
  department: code,
  duties: ['editor'],
});

const reviewerOf = (code: string, name: string): Account => ({
  email: `${code}-reviewer@example.test`,
  name: `${name}审核员`,
  department: code,
  // one person may hold all three duties; what she enters herself she cannot review
  duties: ['editor', 'reviewer', 'publisher'],
});

const SUPERVISOR: Account = {
  email: 'office-supervisor@example.test',
  name: '区政务公开办监督员',
  department: 'district-office',
  duties: ['supervisor', 'auditor'],
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
  // her department's role comes with her membership (access/people-roles.ts)
  const panelRole = await strapi.db
    .query('admin::role')
    .findOne({ where: { code: PANEL_ROLES.department.code } });
  await strapi.db.transaction(async () => {
    for (const account of accounts) {
      await createAccount(strapi, account, hash, { panelRole: panelRole.id, apiRole: apiRole.id });
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
  roles: { panelRole: number; apiRole: number },
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
