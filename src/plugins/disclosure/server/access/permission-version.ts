import type { Core } from '@strapi/strapi';

/** Where Strapi keeps who may do what: in the panel, and through the API. */
const TABLES = [
  ...['admin_permissions', 'admin_permissions_role_lnk', 'admin_users_roles_lnk'],
  ...['up_permissions', 'up_permissions_role_lnk'],
];

/** Has every change of a permission raise the version. Done at each start: Strapi makes its tables after the migrations. */
export async function watchPermissions(strapi: Core.Strapi): Promise<void> {
  for (const table of TABLES) {
    await strapi.db.connection.raw(
      `create or replace trigger raise_permission_version after insert or update or delete on ??
         for each statement execute function raise_permission_version()`,
      [table],
    );
  }
}

/** Which permissions stand; raised in the transaction of each change. What is made after it was read is at least as new. */
export async function permissionVersion(strapi: Core.Strapi): Promise<string> {
  const { version } = await strapi.db.connection('permission_version').first('version');
  return String(version);
}
