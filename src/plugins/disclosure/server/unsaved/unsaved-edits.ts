import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { DeskAutosaved, DeskPresence, DeskUnsaved, DeskUnsavedEdits } from '../desk/contract';
import { loadReadable } from '../desk/readable';
import type { RegisteredType } from '../domain/registry';
import { shanghaiInstant } from '../rules/dates';
import type { Member, Values } from '../types';
import { describeFields } from '../versions/content';
import { namesIn } from '../versions/names';
import { isNewKey, type UnsavedInput } from './input';
import { assertMayType, signedIn } from './may-type';

/** Forms that one person can leave unsaved; the oldest ones make room. */
const MOST_OF_A_PERSON = 50;
/** A colleague counts as typing until so long after her last letter. */
const TYPING = '10 minutes';
const MOST_SHOWN = 10;

/** What a person asks for in place of a documentId: the entries that she never saved. */
export const NEW_ENTRIES = 'new';

/**
 * Keeps what a person has typed, without making a version, an entry in the audit log or anybody else's
 * business of it.
 *
 * @param key documentId, or the key of a new entry
 * @throws DisclosureError as the gate refuses an edit or a create
 */
export async function autosave(
  strapi: Core.Strapi,
  type: RegisteredType,
  key: string,
  { baseVersion, entered }: UnsavedInput,
): Promise<DeskAutosaved> {
  const member = await assertMayType(strapi, type, key);
  const knex = strapi.db.connection;
  const savedAt = new Date();
  await withoutValues(() =>
    knex.raw(
      `with thinned as (
         delete from unsaved_edits where person_id = :person and (type, document_id) in (
           select type, document_id from unsaved_edits
            where person_id = :person and (type, document_id) <> (:type, :key)
            order by saved_at desc offset :most)
       )
       insert into unsaved_edits (person_id, person_name, type, document_id, base_version, entered, saved_at)
       values (:person, :name, :type, :key, :baseVersion, :entered, :savedAt)
       on conflict (person_id, type, document_id) do update
          set person_name = excluded.person_name, base_version = excluded.base_version,
              entered = excluded.entered, saved_at = excluded.saved_at`,
      {
        person: member.personId,
        name: member.name,
        type: type.uid,
        key,
        baseVersion,
        entered,
        savedAt,
        most: MOST_OF_A_PERSON - 1,
      },
    ),
  );
  return { savedAt: shanghaiInstant(savedAt), others: await findOthers(knex, member, type, key) };
}

/** The database's own errors quote the values of a statement: none of them may reach a log. */
async function withoutValues(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw new Error(`Unsaved edits were not kept: ${String((error as { code?: unknown }).code)}`);
  }
}

/**
 * What the signed-in person has typed and not saved, hers alone, newest first; and who else is typing.
 *
 * @param key documentId, or `new` for the entries that she never saved
 * @throws DisclosureError NO_ACTOR, NOT_FOUND, NOT_OWNER
 */
export async function findUnsaved(
  strapi: Core.Strapi,
  type: RegisteredType,
  key: string,
): Promise<DeskUnsavedEdits> {
  const member = await signedIn(strapi);
  const isNew = key === NEW_ENTRIES;
  if (!isNew) await loadReadable(strapi, type, key);
  const knex = strapi.db.connection;
  const rows = await knex('unsaved_edits')
    .where({ person_id: member.personId, type: type.uid })
    .where('document_id', isNew ? 'like' : '=', isNew ? 'new-%' : key)
    .orderBy('saved_at', 'desc')
    .limit(MOST_SHOWN);
  return {
    edits: await Promise.all(rows.map((row) => toUnsaved(strapi, type, row))),
    fields: describeFields(type),
    others: await findOthers(knex, member, type, key),
  };
}

type Row = { document_id: string; saved_at: Date; base_version: number | null; entered: string };

async function toUnsaved(strapi: Core.Strapi, type: RegisteredType, row: Row): Promise<DeskUnsaved> {
  const entered = JSON.parse(row.entered) as Values;
  return {
    key: row.document_id,
    savedAt: shanghaiInstant(row.saved_at),
    baseVersion: row.base_version,
    entered,
    names: await namesIn(strapi, type, entered),
  };
}

async function findOthers(
  knex: Knex,
  member: Member,
  type: RegisteredType,
  key: string,
): Promise<DeskPresence[]> {
  if (key === NEW_ENTRIES || isNewKey(key)) return [];
  const rows = await knex('unsaved_edits')
    .where({ document_id: key, type: type.uid })
    .whereNot({ person_id: member.personId })
    .whereRaw('saved_at > now() - ?::interval', [TYPING])
    .orderBy('saved_at', 'desc')
    .limit(MOST_SHOWN)
    .select('person_name', 'saved_at');
  return rows.map((row) => ({ name: row.person_name, savedAt: shanghaiInstant(row.saved_at) }));
}

/** Forgets what the signed-in person typed: it is saved now, or she gave it up. @throws DisclosureError NO_ACTOR */
export async function forgetUnsaved(strapi: Core.Strapi, type: RegisteredType, key: string): Promise<void> {
  const { personId } = await signedIn(strapi);
  await strapi.db
    .connection('unsaved_edits')
    .where({ person_id: personId, type: type.uid, document_id: key })
    .delete();
}
