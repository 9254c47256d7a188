import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import type { Transaction, Values } from '../types';
import { type FileRelation, isAttachedBy } from './file-relations';

type File = { id: number; department: string | null };
type Relation = FileRelation & { file_id: number };

/**
 * Lets a document take only files of its own department: uploaded by one of its people, or attached to one
 * of its documents already. Otherwise a file's number would be enough to publish another department's draft.
 *
 * @throws DisclosureError NOT_OWNER
 */
export async function assertOwnFiles(
  strapi: Core.Strapi,
  trx: Transaction,
  type: RegisteredType,
  { values, owner }: { values: Values; owner: unknown },
): Promise<void> {
  const names = Object.keys(type.fields).filter((name) => type.fields[name]?.type === 'files');
  const ids = [...new Set(names.flatMap((name) => idsIn(values[name])))];
  if (ids.length === 0) return;
  const { rows } = (await trx.raw(
    `select f.id, m.department from files f left join disclosure_memberships m on m.admin_user_id = f.created_by_id
      where f.id = any(?)`,
    [ids],
  )) as { rows: File[] };
  const others = rows.filter(({ department }) => department !== owner);
  if (others.length === 0) return;
  const relations = (await trx('files_related_mph')
    .whereIn(
      'file_id',
      others.map(({ id }) => id),
    )
    .select('file_id', 'related_id', 'related_type')) as Relation[];
  for (const { id, department } of others) {
    const own = relations.filter(({ file_id: file }) => file === id);
    // what no person uploaded, and nobody has used yet, is an import's or a business system's
    if (department === null && own.length === 0) continue;
    if (!(await isAttachedBy(strapi, own, [owner])))
      throw new DisclosureError('NOT_OWNER', '附件中有其他部门上传的文件，请下载后由本部门重新上传');
  }
}

/** The numbers of files in what REST, the panel and Strapi's own relation syntax send. */
function idsIn(value: unknown): number[] {
  if (typeof value === 'number' || typeof value === 'string')
    return /^\d+$/.test(`${value}`) ? [Number(value)] : [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { id, set, connect } = value as { id?: unknown; set?: unknown; connect?: unknown };
  return [...idsIn(id), ...idsIn(set), ...idsIn(connect)];
}
