import type { Core } from '@strapi/strapi';
import type { DeskVersion, DeskVersionContent } from '../desk/contract';
import { loadReadable, type Readable } from '../desk/readable';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { findEditions } from '../read-model/find-editions';
import { fileFields } from '../read-model/public-content';
import { decide } from '../rules/decide';
import type { Values } from '../types';
import { VERB_TABLE } from '../verbs';
import { describeFields, enteredContent, enteredFields, type VersionFile } from './content';
import { findDraftVersion, findEditionContent } from './find-version';
import { describeCurrent, describeDraft, describeEdition } from './list-versions';
import { namesIn } from './names';
import { findSteps } from './steps';

const KEY = /^(?:current|(draft|edition)-([1-9]\d{0,8}))$/;

type Found = { version: DeskVersion; content: Values };

/**
 * One text of a document with all that was entered: what the panel compares.
 *
 * @param key `current`, `edition-<no>`, or `draft-<version>`: what the working copy said as that version
 * @throws DisclosureError NO_ACTOR, NOT_FOUND, NOT_OWNER
 */
export async function viewVersion(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
  key: string,
): Promise<DeskVersionContent> {
  const [match, kind, number] = KEY.exec(key) ?? [];
  if (!match) throw new DisclosureError('NOT_FOUND', '没有这个版本');
  const readable = await loadReadable(strapi, type, documentId);
  const found =
    kind === 'edition'
      ? await findEdition(strapi, documentId, Number(number))
      : await findDraft(strapi, type, readable, number === undefined ? null : Number(number));
  if (!found) throw new DisclosureError('NOT_FOUND', '没有这个版本，或者它已不再保存');
  const { version, content } = found;
  return {
    ...version,
    fields: describeFields(type),
    content: Object.fromEntries(enteredFields(type).map(([name]) => [name, content[name] ?? null])),
    names: await namesIn(strapi, type, content),
    mayNotEdit: whyNot(readable),
  };
}

async function findEdition(
  strapi: Core.Strapi,
  documentId: string,
  editionNo: number,
): Promise<Found | null> {
  const knex = strapi.db.connection;
  const [stored, editions, steps] = await Promise.all([
    findEditionContent(knex, documentId, editionNo),
    findEditions(knex, documentId),
    findSteps(knex, documentId),
  ]);
  const edition = editions.find((one) => one.editionNo === editionNo);
  return stored && edition ? { version: describeEdition(edition, steps), content: stored.content } : null;
}

/** The working copy as some version: a text that is kept or, where it has not changed since, what it says now. */
async function findDraft(
  strapi: Core.Strapi,
  type: RegisteredType,
  readable: Readable,
  wanted: number | null,
): Promise<Found | null> {
  const { draft, subject } = readable;
  const knex = strapi.db.connection;
  const documentId = String(subject.documentId);
  const [stored, steps] = await Promise.all([
    wanted === null ? null : findDraftVersion(knex, documentId, wanted),
    findSteps(knex, documentId),
  ]);
  if (stored) {
    const title = typeof stored.content.title === 'string' ? stored.content.title : null;
    return { version: describeDraft({ version: Number(wanted), title }, steps), content: stored.content };
  }
  if (wanted !== null && !(await isStillSaid(strapi, documentId, wanted, subject.version))) return null;
  const content = { ...enteredContent(type, draft), ...(await loadFiles(strapi, type, readable)) };
  return { version: describeCurrent(readable, steps), content };
}

/** Whether the text of a version is what the working copy still says: nothing was kept since. */
async function isStillSaid(
  strapi: Core.Strapi,
  documentId: string,
  wanted: number,
  current: number,
): Promise<boolean> {
  if (wanted > current) return false;
  const later = await strapi.db
    .connection('draft_versions')
    .where({ document_id: documentId })
    .where('version', '>=', wanted)
    .first('version');
  return later === undefined;
}

async function loadFiles(
  strapi: Core.Strapi,
  type: RegisteredType,
  { draft, hasFiles }: Readable,
): Promise<Values> {
  const fields = fileFields(type);
  const row = hasFiles
    ? ((await strapi.db
        .query(type.uid)
        .findOne({ select: ['id'], where: { id: draft.id }, populate: fields })) as Values | null)
    : null;
  return Object.fromEntries(fields.map((name) => [name, toFiles(row?.[name])]));
}

const toFiles = (value: unknown): VersionFile[] =>
  (Array.isArray(value) ? (value as VersionFile[]) : []).map(({ id, name, url, mime, size }) => ({
    ...(id === undefined ? {} : { id }),
    name,
    url,
    mime,
    // Strapi keeps sizes in kilobytes
    size: Math.round(Number(size) * 1024),
  }));

function whyNot({ actor, subject }: Readable): string | null {
  return decide({ transition: VERB_TABLE.edit, actor, subject, input: {}, responsible: [] })?.message ?? null;
}
