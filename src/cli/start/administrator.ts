import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { StartFailure } from './failure';

const SUPER_ADMIN = 'strapi-super-admin';
const LOCK_KEY = 'open-disclosure:first-administrator';

type AdminUser = { id: number; password: string };
type AdminServices = {
  user: { create(attributes: Record<string, unknown>): Promise<AdminUser> };
  auth: { validatePassword(password: string, hash: string): Promise<boolean> };
};

const service = <Name extends keyof AdminServices>(strapi: Core.Strapi, name: Name) =>
  strapi.service(`admin::${name}`) as unknown as AdminServices[Name];

/**
 * Makes the first super administrator when there is none. Must run before the server listens: without any
 * administrator Strapi lets the first visitor register as one.
 *
 * @param databaseUrl for the lock that keeps instances which start together from making two
 */
export async function ensureAdministrator(
  strapi: Core.Strapi,
  databaseUrl: string,
  email: string,
  password: string,
): Promise<void> {
  await withAdvisoryLock(databaseUrl, async () => {
    const role = await strapi.db
      .query('admin::role')
      .findOne({ where: { code: SUPER_ADMIN }, populate: ['users'] });
    if (!role || role.users.length > 0) return;
    await create(strapi, {
      email,
      password,
      firstname: '系统管理员',
      isActive: true,
      blocked: false,
      registrationToken: null,
      preferedLanguage: 'zh-Hans',
      roles: [role.id],
    });
  });
}

/** @throws StartFailure for a password that breaks the rules for passwords */
async function create(strapi: Core.Strapi, attributes: Record<string, unknown>): Promise<void> {
  try {
    await service(strapi, 'user').create(attributes);
  } catch (error) {
    const rules = (error as { details?: { rules?: string[] } }).details?.rules;
    if (!rules) throw error;
    throw new StartFailure(
      `环境变量 ADMIN_PASSWORD 不合密码规则(${rules.join(';')}),请改正,或者不设它(首次启动时自动生成)。`,
    );
  }
}

/** Whether these would sign in, so that nothing is printed that does not work. */
export async function canSignIn(strapi: Core.Strapi, email: string, password: string): Promise<boolean> {
  const user = (await strapi.db.query('admin::user').findOne({ where: { email } })) as AdminUser | null;
  return user !== null && service(strapi, 'auth').validatePassword(password, user.password);
}

/** On a connection of its own: Strapi counts users in the background, which would outlive a transaction of ours. */
async function withAdvisoryLock(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [LOCK_KEY]);
    await work();
  } finally {
    await client.end();
  }
}
