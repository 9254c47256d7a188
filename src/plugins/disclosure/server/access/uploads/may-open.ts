import type { Core } from '@strapi/strapi';
import { asAdministrator, findMember } from '../../gate/actor';
import { type FileRelation, isAttachedBy } from '../../gate/file-relations';
import { departmentAndUnits } from '../../reference-data/departments';
import { watches } from '../../rules/ownership';

/** What Strapi puts before the name of a picture that it has made smaller. */
const SMALLER = /^(thumbnail|xsmall|small|medium|large)_/;

/** Strapi finds uploads by everything but what stands in their address. Before it reads the content types. */
export function indexFileNames(strapi: Core.Strapi): void {
  const file = strapi.contentType('plugin::upload.file') as { indexes?: object[] };
  file.indexes = [
    ...(file.indexes ?? []),
    { name: 'upload_files_hash_index', columns: ['hash'], type: null },
  ];
}

/** Whether a live publication names the upload. */
export async function isPublicFile(strapi: Core.Strapi, name: string): Promise<boolean> {
  return Boolean(await strapi.db.connection('public_files').where({ name }).first('name'));
}

/**
 * Whether a person of the panel may look at an upload that is not public: her department (or an institution
 * that it regulates) uploaded it or attached it, or she looks at the whole district.
 */
export async function mayOpenFile(strapi: Core.Strapi, userId: number, name: string): Promise<boolean> {
  const user = await strapi.db
    .query('admin::user')
    .findOne({ where: { id: userId, isActive: true }, populate: ['roles'] });
  if (!user) return false;
  if (asAdministrator('admin', user)) return true;
  const member = await findMember(strapi, 'admin', userId);
  if (!member) return false;
  if (watches(member)) return true;
  const departments = await departmentAndUnits(strapi, member.department);
  const file = await findFile(strapi, name);
  if (!file) return false;
  return (
    departments.includes(file.department ?? '') ||
    (await isAttachedBy(strapi, await relationsOf(strapi, file.id), departments))
  );
}

/** The upload, and the department of whoever uploaded it. Strapi keeps the name without prefix and ending. */
async function findFile(
  strapi: Core.Strapi,
  name: string,
): Promise<{ id: number; department: string | null } | null> {
  const hash = name.replace(SMALLER, '').replace(/\.[^.]*$/, '');
  const { rows } = await strapi.db.connection.raw(
    `select f.id, m.department from files f left join disclosure_memberships m on m.admin_user_id = f.created_by_id
      where f.hash = any(?) limit 1`,
    [[hash, name.replace(/\.[^.]*$/, '')]],
  );
  return rows[0] ?? null;
}

async function relationsOf(strapi: Core.Strapi, fileId: number): Promise<FileRelation[]> {
  return strapi.db
    .connection('files_related_mph')
    .where({ file_id: fileId })
    .limit(100)
    .select('related_id', 'related_type');
}
