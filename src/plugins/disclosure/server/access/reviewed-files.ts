import type { Core } from '@strapi/strapi';
import { findType } from '../domain/registry';
import { DisclosureError } from '../errors';
import type { Values } from '../types';

type UploadService = {
  replace: (id: number, ...rest: unknown[]) => Promise<unknown>;
  remove: (file: { id: number }) => Promise<unknown>;
  updateFileInfo: (id: number, info: { name?: string }, ...rest: unknown[]) => Promise<unknown>;
};
type Relation = { related_id: number; related_type: string };

/** States in which nobody has read the attachments yet. */
const UNREAD: readonly unknown[] = ['draft', 'returned'];

/**
 * The library's own 替换, 改名 and 删除 would change what is public, or what a reviewer has read, without the
 * gate: a file is exchanged in its document, which is then reviewed anew. Before Strapi serves requests.
 */
export function guardReviewedFiles(strapi: Core.Strapi): void {
  const upload = strapi.plugin('upload').service('upload') as unknown as UploadService;
  const { replace, remove, updateFileInfo } = upload;
  upload.replace = async (id, ...rest) => {
    await refuseReviewed(strapi, id);
    return replace(id, ...rest);
  };
  upload.remove = async (file) => {
    await refuseReviewed(strapi, file.id);
    return remove(file);
  };
  upload.updateFileInfo = async (id, info, ...rest) => {
    if (info.name !== undefined) await refuseRenamed(strapi, id, info.name);
    return updateFileInfo(id, info, ...rest);
  };
}

/** The form of the library sends the name along with whatever else was changed. */
async function refuseRenamed(strapi: Core.Strapi, fileId: number, name: string): Promise<void> {
  const file = (await strapi.db
    .query('plugin::upload.file')
    .findOne({ select: ['name'], where: { id: fileId } })) as { name: string } | null;
  if (file && file.name !== name) await refuseReviewed(strapi, fileId);
}

/** @throws DisclosureError INVALID_TRANSITION for a file of a document that is public or under review */
async function refuseReviewed(strapi: Core.Strapi, fileId: number): Promise<void> {
  await refusePictureOfText(strapi, fileId);
  const relations = (await strapi.db
    .connection('files_related_mph')
    .where({ file_id: fileId })
    .select('related_id', 'related_type')) as Relation[];
  for (const { related_id: id, related_type: uid } of relations) {
    if (!findType(strapi, uid)) continue;
    const row = (await strapi.db
      .query(uid)
      .findOne({ select: ['title', 'state', 'publishedAt'], where: { id } })) as Values | null;
    if (!row || (row.publishedAt === null && UNREAD.includes(row.state))) continue;
    throw new DisclosureError(
      'INVALID_TRANSITION',
      `该文件是“${String(row.title)}”的附件，已经公开或正在审核，不能替换、改名或删除；请在该信息里办理更正（或退回），换上新的附件`,
    );
  }
}

/** @throws DisclosureError INVALID_TRANSITION for a picture in a text that somebody has read */
async function refusePictureOfText(strapi: Core.Strapi, fileId: number): Promise<void> {
  const [picture] = (await strapi.db
    .connection('files as f')
    .join('reviewed_pictures as p', 'p.url', 'f.url')
    .where('f.id', fileId)
    .select('f.name')) as { name: string }[];
  if (!picture) return;
  throw new DisclosureError(
    'INVALID_TRANSITION',
    `“${picture.name}”是正文中的图片，所在的信息已经公开或提交过审核，不能替换、改名或删除；请在该信息的正文里换上新的图片`,
  );
}
