import type { Core } from '@strapi/strapi';
import type { Duty, Member } from '../../../src/plugins/disclosure/server/types';
import { call } from './call';
import { engine } from './native';
import type { Product } from './product';

const MEMBERSHIP = 'plugin::disclosure.membership';

/** What a request carries, and what Strapi knows of it when the document service is called inside it. */
export type Credentials = {
  headers: Record<string, string>;
  state: { auth?: { strategy: { name: string }; credentials: unknown } };
};

export const NOBODY: Credentials = { headers: {}, state: {} };

const bearer = (token: string, strategy: string, credentials: unknown): Credentials => ({
  headers: { authorization: `Bearer ${token}` },
  state: { auth: { strategy: { name: strategy }, credentials } },
});

/** Signs in at the API, as a department's system does. */
export async function signInApi(
  { strapi, url }: Product,
  email: string,
  password: string,
): Promise<Credentials> {
  const answer = await call(`${url}/api/auth/local`, {
    method: 'POST',
    body: { identifier: email, password },
  });
  if (answer.status !== 200) throw new Error(`Sign-in of ${email} failed: ${answer.text}`);
  const user = await strapi.db.query('plugin::users-permissions.user').findOne({ where: { email } });
  return bearer(answer.body.jwt, 'users-permissions', user);
}

/** Signs in at the admin panel. */
export async function signInPanel(
  { strapi, url }: Product,
  email: string,
  password: string,
): Promise<Credentials> {
  const answer = await call(`${url}/admin/login`, { method: 'POST', body: { email, password } });
  if (answer.status !== 200) throw new Error(`Panel sign-in of ${email} failed: ${answer.text}`);
  const user = await strapi.db.query('admin::user').findOne({ where: { email }, populate: ['roles'] });
  return bearer(answer.body.data.token, 'admin', user);
}

type TokenService = {
  create: (attributes: Record<string, unknown>) => Promise<{ id: number; accessKey: string }>;
};

/** A full-access API token, as an administrator makes it in the panel's settings. */
export async function makeToken({ strapi }: Product, name: string): Promise<Credentials & { id: number }> {
  const tokens = strapi.service('admin::api-token-content-api') as unknown as TokenService;
  const token = await tokens.create({ name, type: 'full-access', lifespan: null, description: '' });
  return { id: token.id, ...bearer(token.accessKey, 'content-api-token', token) };
}

export type MembershipInput = {
  department: string;
  duties: readonly Duty[];
  adminUser?: number;
  apiUser?: number;
  apiToken?: number;
  active?: boolean;
};

/** Makes someone a member of a department, as the office does. */
export async function makeMember(
  strapi: Core.Strapi,
  { duties, ...input }: MembershipInput,
): Promise<string> {
  const office = { kind: 'system', name: 'test-office' } as const;
  const { runAs } =
    engine<typeof import('../../../src/plugins/disclosure/server/gate/storage')>('gate/storage');
  const data = {
    name: '测试人员',
    active: true,
    ...input,
    ...Object.fromEntries(duties.map((duty) => [duty, true])),
  };
  const made = await runAs(office, () => strapi.documents(MEMBERSHIP as never).create({ data } as never));
  return (made as { documentId: string }).documentId;
}

/** An API user with the role of departments' systems, without a membership. */
export async function makeApiUser(
  { strapi, demoPassword }: Product,
  email: string,
  role = 'department',
): Promise<{ id: number }> {
  const { id } = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: role } });
  const users = strapi.plugin('users-permissions').service('user') as {
    add: (values: Record<string, unknown>) => Promise<{ id: number }>;
  };
  return users.add({
    email,
    username: email,
    password: demoPassword,
    provider: 'local',
    confirmed: true,
    blocked: false,
    role: id,
  });
}

/** A user of the panel with one of its roles, without a membership. */
export async function makePanelUser(
  { strapi, demoPassword }: Product,
  email: string,
  role: string,
): Promise<{ id: number }> {
  const { id } = await strapi.db.query('admin::role').findOne({ where: { code: role } });
  const users = strapi.service('admin::user') as unknown as {
    create: (values: Record<string, unknown>) => Promise<{ id: number }>;
  };
  return users.create({ email, firstname: email, password: demoPassword, isActive: true, roles: [id] });
}

/** The demo's editor, reviewer or supervisor of a department, as jobs act for her. */
export async function demoMember(strapi: Core.Strapi, account: string): Promise<Member> {
  const { toMember } =
    engine<typeof import('../../../src/plugins/disclosure/server/gate/actor')>('gate/actor');
  const membership = await strapi.db
    .query(MEMBERSHIP)
    .findOne({ where: { apiUser: { email: `${account}@example.test` } } });
  const member = membership ? await toMember(strapi, membership, 'job') : null;
  if (!member) throw new Error(`No demo account ${account}`);
  return member;
}
