import type { DeskVersionField } from '../desk/contract';
import type { Field } from '../domain/field';
import type { RegisteredType } from '../domain/registry';
import type { Values } from '../types';

/** A file as a version remembers it; size in bytes. */
export type VersionFile = { id?: number; name: string; url: string; mime: string; size: number };

/** The fields that a person enters, by name: what a version consists of. */
export const enteredFields = ({ fields }: RegisteredType): [string, Field][] =>
  Object.entries(fields).filter(([, field]) => !field.managed);

/** The fields that a person enters, as the panel shows them. */
export const describeFields = (type: RegisteredType): DeskVersionField[] =>
  enteredFields(type).map(([name, { label, type: kind }]) => ({ name, label, type: kind }));

/** The entered values of a working copy; its files stand beside it. */
export function enteredContent(type: RegisteredType, draft: Values): Values {
  const own = enteredFields(type).filter(([, field]) => field.type !== 'files');
  return Object.fromEntries(own.map(([name]) => [name, draft[name] ?? null]));
}

/** The roster that a version shows: a working copy has its id, an edition describes it. */
export const rosterIdOf = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value;
  return typeof id === 'string' && id !== '' ? id : null;
};

/**
 * Whether a write changes what is entered. Files are not loaded with a working copy, so a write that names
 * any, or that may take some away, counts as a change.
 */
export function changesText(type: RegisteredType, draft: Values, data: Values, hasFiles: boolean): boolean {
  return enteredFields(type).some(([name, field]) => {
    if (!(name in data)) return false;
    if (field.type === 'files') return hasFiles || (Array.isArray(data[name]) && data[name].length > 0);
    return JSON.stringify(data[name] ?? null) !== JSON.stringify(draft[name] ?? null);
  });
}
