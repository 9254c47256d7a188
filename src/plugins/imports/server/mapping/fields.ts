import { isRequired } from '../../../disclosure/server/domain/field';
import type { RegisteredType } from '../../../disclosure/server/domain/registry';

/** The owner is who imports; a column that names it is only compared. */
export const OWNER = 'owner';

/** Files cannot come from a cell, and what the engine keeps is not entered. */
export const isImportable = (type: RegisteredType, field: string): boolean =>
  !type.managed.has(field) && type.fields[field]?.type !== 'files' && type.fields[field]?.type !== 'instant';

export type ImportField = { name: string; label: string; required: boolean; hint: string | null };

/** The fields that an import of a type can fill, those that every entry needs first. */
export function importFields(type: RegisteredType): ImportField[] {
  const fields = Object.entries(type.fields)
    .filter(([name]) => isImportable(type, name))
    .map(([name, field]) => ({
      name,
      label: field.label,
      required: isRequired(field, undefined),
      hint: field.hint ?? null,
    }));
  const owner = { name: OWNER, label: '责任部门', required: false, hint: '只核对是否为本部门' };
  return [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required), owner];
}
