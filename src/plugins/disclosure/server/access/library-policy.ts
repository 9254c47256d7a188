import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DisclosureError } from '../errors';

/**
 * Routes of the media library that Strapi opens to whoever may change files of her own, and then applies to
 * any file whose number is sent: its condition 本人上传 is not asked there.
 */
const UNGUARDED = new Set([
  'POST /actions/bulk-delete',
  'POST /actions/bulk-move',
  'POST /actions/bulk-update',
  'PUT /folders/:id',
]);
const POLICY = 'plugin::disclosure.ownFiles';
const SUPER_ADMIN = 'strapi-super-admin';

type Route = { method: string; path: string; config: { policies: unknown[] } };
type Body = { fileIds?: unknown[]; folderIds?: unknown[]; updates?: { id?: unknown }[] };

/** Puts the policy on these routes. Before Strapi mounts them. */
export function guardLibraryRoutes(strapi: Core.Strapi): void {
  const { admin } = strapi.plugin('upload').routes as unknown as { admin: { routes: Route[] } };
  for (const route of admin.routes)
    if (UNGUARDED.has(`${route.method} ${route.path}`) && !route.config.policies.includes(POLICY))
      route.config.policies.push(POLICY);
}

/**
 * Lets a person act on many files at once only where all of them are hers. Folders, which hold files of
 * others, are the administrator's.
 *
 * @throws DisclosureError NOT_OWNER
 */
export async function ownFilesPolicy(ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }) {
  const user = ctx.state.user as { id: number; roles?: { code?: string }[] };
  if (user.roles?.some(({ code }) => code === SUPER_ADMIN)) return true;
  const { fileIds = [], folderIds = [], updates } = (ctx.request.body ?? {}) as Body;
  const ids = [...fileIds, ...(updates ?? []).map(({ id }) => id)].map(Number);
  const own = await strapi.db
    .query('plugin::upload.file')
    .findMany({ select: ['id'], where: { id: { $in: ids }, createdBy: { id: user.id } }, limit: ids.length });
  const isOwn = new Set(own.map(({ id }: { id: number }) => id));
  if (ctx.params.id || folderIds.length > 0 || ids.some((id) => !isOwn.has(id)))
    throw new DisclosureError('NOT_OWNER', '只能整理本人上传的文件；文件夹由管理员整理');
  return true;
}
