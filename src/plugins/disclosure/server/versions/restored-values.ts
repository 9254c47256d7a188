import { isInForce } from '../catalogue/row-status';
import type { Field } from '../domain/field';
import { findCatalogueItem } from '../reference-data/catalogue-items';
import type { Values } from '../types';
import type { VerbContext } from '../verbs/verb';
import { enteredFields, rosterIdOf, type VersionFile } from './content';

/** The values with which an earlier text comes back, and what of it could not. */
export type Restored = { data: Values; notes: string[] };

type Restoring = { context: VerbContext; content: Values; notes: string[] };

/**
 * The values that bring an earlier text back into the working copy. What does not exist any more is left out
 * and named; what no rule allows any more is refused later, like any other edit.
 */
export async function restoredValues(context: VerbContext, content: Values): Promise<Restored> {
  const restoring: Restoring = { context, content, notes: [] };
  const data: Values = {};
  for (const [name, field] of enteredFields(context.type)) {
    data[name] = await restoredValue(restoring, name, field);
  }
  return { data, notes: restoring.notes };
}

async function restoredValue(restoring: Restoring, name: string, field: Field): Promise<unknown> {
  const value = restoring.content[name] ?? null;
  if (field.type === 'files') return restoredFiles(restoring, field, value);
  if (value === null) return null;
  if (field.type === 'roster') return restoredRoster(restoring, field, rosterIdOf(value));
  if (name === 'catalogueItem') return restoredRow(restoring, field, value);
  if (!field.choices || field.choices.some((choice) => choice.value === value)) return value;
  restoring.notes.push(`“${field.label}”原来的“${String(value)}”已不能选用，请重新选择`);
  return null;
}

/** The files that are still in the library, by their addresses: an edition tells no ids. */
async function restoredFiles({ context, notes }: Restoring, field: Field, value: unknown): Promise<number[]> {
  const files = Array.isArray(value) ? (value as VersionFile[]) : [];
  if (files.length === 0) return [];
  const rows: { id: number; url: string }[] = await context
    .trx('files')
    .whereIn(
      'url',
      files.map(({ url }) => url),
    )
    .select('id', 'url');
  const idOf = new Map(rows.map(({ id, url }) => [url, id]));
  const gone = files.filter(({ url }) => !idOf.has(url)).map(({ name }) => `“${name}”`);
  if (gone.length > 0)
    notes.push(`“${field.label}”中的${gone.join('、')}已从媒体库删除，没有恢复，请重新上传`);
  return files.flatMap(({ url }) => idOf.get(url) ?? []);
}

async function restoredRoster(
  { context: { trx, subject }, notes }: Restoring,
  field: Field,
  id: string | null,
): Promise<string | null> {
  if (!id) return null;
  const roster = await trx('rosters').where({ id, owner: subject.owner, state: 'sealed' }).first('id');
  if (roster) return id;
  notes.push(`原来的“${field.label}”已不存在，没有恢复，请重新上传`);
  return null;
}

/** A row that took its end cannot be chosen any more: the document stays where it stands now. */
async function restoredRow(
  { context: { strapi, draft }, notes }: Restoring,
  field: Field,
  code: unknown,
): Promise<unknown> {
  if (code === draft.catalogueItem) return code;
  const row = await findCatalogueItem(strapi, String(code));
  if (row && isInForce(row)) return code;
  notes.push(
    `原来的“${field.label}”${String(code)}已停用或已并入其他事项，保留现在的${String(draft.catalogueItem)}`,
  );
  return draft.catalogueItem ?? null;
}
