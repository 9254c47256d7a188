import type { Core } from '@strapi/strapi';
import { findType } from '../domain/registry';

/** What a file of the media library hangs on, as Strapi keeps it. */
export type FileRelation = { related_id: number; related_type: string };

/** Whether one of the things that a file hangs on is a document of one of some departments. */
export async function isAttachedBy(
  strapi: Core.Strapi,
  relations: readonly FileRelation[],
  departments: readonly unknown[],
): Promise<boolean> {
  for (const { related_id: id, related_type: uid } of relations) {
    if (!findType(strapi, uid)) continue;
    const where = { id, owner: { $in: [...departments] } };
    if (await strapi.db.query(uid).findOne({ select: ['id'], where })) return true;
  }
  return false;
}
