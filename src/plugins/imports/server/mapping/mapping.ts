import { z } from 'zod';
import type { RegisteredType } from '../../../disclosure/server/domain/registry';
import { DisclosureError } from '../../../disclosure/server/errors';
import { isImportable, OWNER } from './fields';

const name = z.string().min(1).max(200);

/** How the columns of a source are read. */
export const mappingSchema = z.strictObject({
  /** field → header of its column */
  columns: z.record(name, name).default({}),
  /** field → value that all rows have (a code, a label, a date …) */
  constants: z.record(name, z.union([z.string().max(2000), z.number()])).default({}),
  /** header of the column that identifies a row in its source for ever */
  id: name.optional(),
  /** the sheet of a workbook */
  sheet: name.optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;

const refuse = (message: string): never => {
  throw new DisclosureError('INVALID_INPUT', message);
};

/** @throws DisclosureError INVALID_INPUT when it is no mapping */
export function parseMapping(value: unknown): Mapping {
  const result = mappingSchema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0] ?? { path: [], message: '' };
  return refuse(`对应关系有误（${path.join('.') || '整体'}）：${message}`);
}

/**
 * Checks a mapping against the type and the source.
 *
 * @throws DisclosureError INVALID_INPUT that names the field or column
 */
export function assertMapping(type: RegisteredType, headers: readonly string[], mapping: Mapping): void {
  const { columns, constants, id } = mapping;
  for (const field of [...Object.keys(columns), ...Object.keys(constants)]) {
    if (field === OWNER || (type.fields[field] && isImportable(type, field))) continue;
    refuse(`对应关系里的字段“${field}”不存在或不能导入`);
  }
  for (const header of [...Object.values(columns), ...(id ? [id] : [])]) {
    if (!headers.includes(header)) refuse(`文件里没有“${header}”这一列，有的是：${headers.join('、')}`);
  }
  if (Object.keys(columns).length === 0) {
    refuse(`没有一列能对应到要填的内容，请指定对应关系。文件里的列：${headers.join('、')}`);
  }
}
