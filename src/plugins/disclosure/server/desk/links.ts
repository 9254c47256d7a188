import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { allTypes, type RegisteredType } from '../domain/registry';
import { RELATIONS, type Relation } from '../links/relations';
import { watches } from '../rules/ownership';
import type { Actor, Values } from '../types';
import type { DeskLink } from './contract';
import type { Readable } from './readable';

/** Links of one kind that are told. */
const MOST = 20;

type Row = { document_id: string; type: string; title: string; owner: string };

/**
 * The documents that this one names, and those that name it, as far as they are public or have been: what
 * other departments have not published stays theirs.
 */
export async function findLinks(
  strapi: Core.Strapi,
  type: RegisteredType,
  { actor, draft, subject }: Readable,
): Promise<{ links: DeskLink[]; more: boolean }> {
  const documentId = String(subject.documentId);
  const [from, to] = await Promise.all([
    findNamed(strapi, type, documentId, draft),
    findNaming(strapi, type, documentId),
  ]);
  const links = [...from, ...to].map(({ row, relation, direction }) => ({
    relation,
    direction,
    uid: row.type,
    documentId: row.document_id,
    title: row.title,
    mine: opens(actor, row.owner),
  }));
  return { links, more: to.length >= MOST };
}

const opens = (actor: Actor, owner: string): boolean =>
  actor.kind === 'administrator' || watches(actor) || (actor.kind === 'member' && actor.department === owner);

type Found = { row: Row; relation: string; direction: DeskLink['direction'] };
const COLUMNS = ['document_id', 'type', 'title', 'owner'];

/** Fields that hold the documentId of another document: a choice from a list of the domain's own. */
const referenceFields = ({ fields }: RegisteredType): [string, string][] =>
  Object.entries(fields)
    .filter(([, field]) => field.type === 'choice' && !field.managed && field.source?.includes('.'))
    .map(([name, field]) => [name, field.label]);

async function findNamed(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
  draft: Values,
): Promise<Found[]> {
  const knex = strapi.db.connection;
  const named = referenceFields(type).flatMap(([name, label]) =>
    typeof draft[name] === 'string' ? [[draft[name], label] as [string, string]] : [],
  );
  const own = (await knex('publications').where({ document_id: documentId }).first('successor')) as
    | { successor: string | null }
    | undefined;
  if (own?.successor) named.push([own.successor, '替代信息']);
  const known = new Set(named.map(([id]) => id));
  for (const { relation, target } of type.manifest.linksOf?.(draft) ?? []) {
    if (!known.has(target)) named.push([target, `${RELATIONS[relation].label}的文件`]);
  }
  if (named.length === 0) return [];
  const rows: Row[] = await knex('publications')
    .whereIn(
      'document_id',
      named.map(([id]) => id),
    )
    .select(COLUMNS);
  return named.flatMap(([id, relation]) => {
    const row = rows.find((one) => one.document_id === id);
    return row ? [{ row, relation, direction: 'from' as const }] : [];
  });
}

async function findNaming(strapi: Core.Strapi, type: RegisteredType, documentId: string): Promise<Found[]> {
  const knex = strapi.db.connection;
  const parts = knex('publications')
    .where({ subject_id: documentId, state: 'live' })
    .orderBy('item')
    .limit(MOST)
    .select<Row[]>(COLUMNS);
  const replaced = knex('publications').where({ successor: documentId }).limit(MOST).select<Row[]>(COLUMNS);
  const tell = (relation: string) => (rows: Row[]) =>
    rows.map((row): Found => ({ row, relation, direction: 'to' }));
  const found = await Promise.all([
    findLinking(knex, documentId),
    replaced.then(tell('被它替代')),
    ...ownKindTypes(strapi, type).flatMap((naming) =>
      referenceFields(naming).map(([field, label]) =>
        findByAttribute(strapi, naming, field, documentId).then(tell(`以它为${label}`)),
      ),
    ),
    // the least exact comes last
    parts.then(tell('所属信息')),
  ]);
  return withoutRepeats(found.flat()).slice(0, MOST);
}

/** The public documents that change, repeal, clean up, interpret or print this one. */
async function findLinking(knex: Knex, documentId: string): Promise<Found[]> {
  const rows = (await knex('publication_links')
    .join('publications', 'document_id', 'source_id')
    .where({ target_id: documentId })
    .orderBy(['on_day', 'document_id'])
    .limit(MOST)
    .select('relation', ...COLUMNS)) as (Row & { relation: Relation })[];
  return rows.map(({ relation, ...row }) => ({
    row,
    relation: `${RELATIONS[relation].label}它的文件`,
    direction: 'to',
  }));
}

/** A document that is found in several ways is told once, by the first. */
const withoutRepeats = (found: readonly Found[]): Found[] =>
  [...new Map([...found].reverse().map((one) => [one.row.document_id, one])).values()].reverse();

/** The types of the same domain whose publications have a kind of their own: the index over kinds finds them. */
const ownKindTypes = (strapi: Core.Strapi, { domain }: RegisteredType): RegisteredType[] =>
  allTypes(strapi).filter((other) => other.domain.slug === domain.slug && !other.fields.kind);

async function findByAttribute(
  strapi: Core.Strapi,
  { uid, manifest }: RegisteredType,
  field: string,
  documentId: string,
): Promise<Row[]> {
  return strapi.db
    .connection('publications')
    .where({ kind: manifest.kind ?? manifest.singular, type: uid, state: 'live' })
    .whereRaw("detail->'attributes'->>? = ?", [field, documentId])
    .limit(MOST)
    .select(COLUMNS);
}
