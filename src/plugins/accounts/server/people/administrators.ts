import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { PANEL_USER, SUPER_ADMIN } from '../types';

type Change = { isActive?: boolean; roles?: unknown };

/** Administrators who can sign in. */
const activeAdministrators = async (strapi: Core.Strapi): Promise<number[]> => {
  const users = await strapi.db
    .query(PANEL_USER)
    .findMany({ select: ['id'], where: { isActive: true, roles: { code: SUPER_ADMIN } }, limit: 1000 });
  return users.map(({ id }: { id: number }) => id);
};

/** Whether a change of roles leaves her an administrator. */
async function staysAdministrator(strapi: Core.Strapi, { isActive, roles }: Change): Promise<boolean> {
  if (isActive === false) return false;
  if (!Array.isArray(roles)) return true;
  const role = await strapi.db.query('admin::role').findOne({ where: { code: SUPER_ADMIN } });
  return roles.map((item) => String((item as { id?: unknown })?.id ?? item)).includes(String(role?.id));
}

/**
 * Strapi counts administrators who are disabled as well.
 *
 * @param leaving others who go at the same time
 * @throws DisclosureError NOT_ALLOWED when nobody would be left who can sign in
 */
export async function assertAdministratorStays(
  strapi: Core.Strapi,
  userId: number,
  change: Change,
  leaving: readonly number[] = [],
): Promise<void> {
  const active = await activeAdministrators(strapi);
  if (!active.includes(userId) || (await staysAdministrator(strapi, change))) return;
  if (active.some((id) => id !== userId && !leaving.includes(id))) return;
  throw new DisclosureError('NOT_ALLOWED', '这是最后一个可用的管理员，不能停用或删除；请先设另一位管理员');
}
