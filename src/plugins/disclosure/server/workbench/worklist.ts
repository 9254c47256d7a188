import type { Core } from '@strapi/strapi';
import type { DeskPerson, Worklist, WorkPage } from '../desk/contract';
import { DisclosureError } from '../errors';
import { todayInShanghai } from '../rules/dates';
import { DUTY_NAMES } from '../rules/decide';
import { isMember, watches } from '../rules/ownership';
import { describeTypes } from './describe-types';
import { type Looker, lookFrom } from './looker';
import { readGroupPage, readGroups } from './read-groups';
import { type Group, isWorkGroup, ownGroups, watchedGroups } from './work-groups';

const PAGE_SIZE = 50;

/**
 * The home page of the signed-in person: who she is, what waits for her, and which kinds of information
 * are hers.
 *
 * @param department whose work those who look at the whole district want to see
 * @throws DisclosureError NO_ACTOR, NOT_FOUND for an unknown department, NOT_ALLOWED for another one's
 */
export async function viewWorklist(strapi: Core.Strapi, department?: string): Promise<Worklist> {
  const looker = await lookFrom(strapi, department);
  const { groups, owners } = chooseGroups(looker);
  return {
    today: todayInShanghai(),
    person: describePerson(looker),
    types: await describeTypes(strapi, looker.actor),
    department: department ? { code: department, name: looker.names.get(department) ?? department } : null,
    groups: await readGroups(strapi, groups, owners, looker.names),
  };
}

/**
 * All documents of a group, page by page.
 *
 * @throws DisclosureError NOT_FOUND for a group that is not the person's
 */
export async function viewWorkPage(
  strapi: Core.Strapi,
  { group: key, department, page }: { group: string; department?: string | undefined; page: number },
): Promise<WorkPage> {
  const looker = await lookFrom(strapi, department);
  const { groups, owners } = chooseGroups(looker);
  const group = isWorkGroup(key) ? groups.find((one) => one.key === key) : undefined;
  if (!group) throw new DisclosureError('NOT_FOUND', '没有这一类待办');
  const { key: found, label, hint } = group;
  const rows = await readGroupPage(strapi, group, owners, looker.names, { page, pageSize: PAGE_SIZE });
  return { group: found, label, hint, page, pageSize: PAGE_SIZE, ...rows };
}

/** Her own groups; for those who look at the whole district theirs, and by her duties what is hers beside them. */
function chooseGroups({ actor, department, units, reviewedTypes, names }: Looker): {
  groups: Group[];
  owners: string[];
} {
  const today = todayInShanghai();
  if (!isMember(actor)) return { groups: [], owners: [] };
  if (department) return { groups: watchedGroups(today), owners: [department] };
  const own = ownGroups({ ...actor, reviews: units, types: reviewedTypes }, today);
  // what one department reviews for all belongs to all
  const reviewsAll = reviewedTypes.here.length > 0;
  if (!watches(actor))
    return { groups: own, owners: reviewsAll ? [...names.keys()] : [...units, actor.department] };
  const watched = watchedGroups(today);
  const groups = watched.map(
    (group) => own.find(({ key }) => key === group.key && !DISTRICT.has(key)) ?? group,
  );
  return {
    groups: [...groups, ...own.filter(({ key }) => !watched.some((group) => group.key === key))],
    owners: [...names.keys()],
  };
}

/** What runs late is told of the whole district, whatever else the person does. */
const DISTRICT = new Set(['overdue', 'soon', 'ratify']);

function describePerson({ actor, names }: Looker): DeskPerson {
  if (!isMember(actor)) return { name: actor.name, department: null, departmentName: null, duties: [] };
  return {
    name: actor.name,
    department: actor.department,
    departmentName: names.get(actor.department) ?? actor.department,
    duties: actor.duties.map((code) => ({ code, name: DUTY_NAMES[code] })),
  };
}
