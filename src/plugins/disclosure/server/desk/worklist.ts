import type { Core } from '@strapi/strapi';
import { allTypes, type RegisteredType } from '../domain/registry';
import { refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { fromJson } from '../read-model/json';
import { allDepartments, type Department, departmentAndUnits } from '../reference-data/departments';
import { scopesOf } from '../reference-data/responsibilities';
import { shanghaiInstant, todayInShanghai } from '../rules/dates';
import { DUTY_NAMES, STATE_NAMES } from '../rules/decide';
import { isMember, watches } from '../rules/ownership';
import type { Actor, Member, State, Values } from '../types';
import type { DeskPerson, DeskType, Worklist } from './contract';
import { groupWork, type OpenWork } from './work-groups';

const OPEN_STATES: readonly State[] = ['draft', 'submitted', 'returned', 'approved', 'scheduled'];
/** Open working copies of one type that are looked at; a department has a fraction of it. */
const LOOKED_AT = 1000;
/** Not public yet, or public in urgency and not reviewed yet. */
const UNFINISHED = {
  $or: [{ state: { $in: OPEN_STATES } }, { state: 'published', urgencyReason: { $notNull: true } }],
};
const FIELDS = [
  'documentId',
  'urgencyReason',
  'title',
  'state',
  'owner',
  'dueOn',
  'contributors',
  'updatedAt',
];

/**
 * The home page of the signed-in person: who she is, what waits for her, and which kinds of information
 * are hers.
 *
 * @throws DisclosureError NO_ACTOR
 */
export async function viewWorklist(strapi: Core.Strapi): Promise<Worklist> {
  const actor = await resolveActor(strapi);
  if (!isMember(actor) && actor?.kind !== 'administrator') throw toError(refuse('NO_ACTOR'));
  const departments = new Map(
    (await allDepartments(strapi)).map((department) => [department.code, department]),
  );
  const today = todayInShanghai();
  return {
    today,
    person: describePerson(actor, departments),
    types: await describeTypes(strapi, actor),
    groups: isMember(actor) ? groupWork(await findOpenWork(strapi, actor, departments), actor, today) : [],
  };
}

type Departments = ReadonlyMap<string, Department>;

function describePerson(actor: Actor, departments: Departments): DeskPerson {
  if (!isMember(actor)) return { name: actor.name, department: null, departmentName: null, duties: [] };
  return {
    name: actor.name,
    department: actor.department,
    departmentName: departments.get(actor.department)?.name ?? actor.department,
    duties: actor.duties.map((code) => ({ code, name: DUTY_NAMES[code] })),
  };
}

async function describeTypes(strapi: Core.Strapi, actor: Actor): Promise<DeskType[]> {
  const scopes = isMember(actor) ? await scopesOf(strapi, actor.department) : [];
  const types = allTypes(strapi).sort((a, b) => a.domain.code.localeCompare(b.domain.code));
  return Promise.all(
    types.map(async (type) => {
      const mayCreate = isMember(actor) && actor.duties.includes('editor') && isResponsible(type, scopes);
      const open =
        mayCreate ||
        !isMember(actor) ||
        watches(actor) ||
        isResponsible(type, scopes) ||
        (await ownsAny(strapi, type, actor));
      return { uid: type.uid, domain: type.domain.name, name: type.manifest.name, open, mayCreate };
    }),
  );
}

/** Where the scope is known only when values are entered, any scope of the domain makes the type hers. */
function isResponsible({ domain, manifest }: RegisteredType, scopes: readonly string[]): boolean {
  const fixed = manifest.scopeOf({});
  if (fixed) return scopes.includes(fixed);
  return scopes.some((scope) => scope.startsWith(`${domain.slug}/`) || scope.startsWith(`${domain.code}-`));
}

async function ownsAny(strapi: Core.Strapi, { uid }: RegisteredType, actor: Actor): Promise<boolean> {
  if (!isMember(actor)) return false;
  const owner = { $in: await departmentAndUnits(strapi, actor.department) };
  return (await strapi.db.query(uid).count({ where: { owner } })) > 0;
}

async function findOpenWork(
  strapi: Core.Strapi,
  member: Member,
  departments: Departments,
): Promise<OpenWork[]> {
  const owner = watches(member)
    ? {}
    : { owner: { $in: await departmentAndUnits(strapi, member.department) } };
  const found = await Promise.all(
    allTypes(strapi).map(async ({ uid }) => {
      const rows = (await strapi.db.query(uid).findMany({
        select: FIELDS,
        where: { publishedAt: null, ...UNFINISHED, ...owner },
        orderBy: [{ dueOn: 'asc' }, { updatedAt: 'desc' }],
        limit: LOOKED_AT,
      })) as Values[];
      return rows.map((row) => ({ uid, row }));
    }),
  );
  const rows = found.flat();
  const live = await findLive(
    strapi,
    rows.map(({ row }) => String(row.documentId)),
  );
  return rows.map(({ uid, row }) => toOpenWork(uid, row, live, departments));
}

async function findLive(strapi: Core.Strapi, ids: string[]): Promise<Set<string>> {
  const rows = await strapi.db
    .connection('publications')
    .where('state', 'live')
    .whereIn('document_id', ids)
    .select('document_id');
  return new Set(rows.map((row) => String(row.document_id)));
}

function toOpenWork(uid: string, row: Values, live: ReadonlySet<string>, departments: Departments): OpenWork {
  const state = row.state as State;
  const owner = row.owner ? String(row.owner) : null;
  const documentId = String(row.documentId);
  return {
    uid,
    documentId,
    title: row.title ? String(row.title) : null,
    state,
    stateName: STATE_NAMES[state],
    owner,
    ownerName: owner ? (departments.get(owner)?.name ?? owner) : '',
    reviewedBy: owner ? departments.get(owner)?.regulator || owner : null,
    unratified: state === 'published',
    dueOn: row.dueOn ? String(row.dueOn) : null,
    updatedAt: shanghaiInstant(new Date(row.updatedAt as string)),
    contributors: fromJson<string[] | null>(row.contributors) ?? [],
    live: live.has(documentId),
  };
}
