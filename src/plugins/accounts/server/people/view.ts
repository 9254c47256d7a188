import type { Core } from '@strapi/strapi';
import { refuse, toError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import { type Actor, DUTIES } from '../../../disclosure/server/types';
import type { PeoplePage, Person } from '../contract';
import { isObliged } from '../second-factor/required';
import { findPeople, PAGE_SIZE, type PeopleFilter, type PersonRow, stateOf } from './find-people';
import { mayChange, mayKeepPeople } from './rules';

const instant = (at: Date | null): string | null => (at ? shanghaiInstant(at) : null);

export const dutiesOf = (row: PersonRow) => DUTIES.filter((duty) => row[duty] === true);

/** @throws DisclosureError NO_ACTOR, NOT_ALLOWED for everybody but the office and the administrator */
export async function requireKeeper(strapi: Core.Strapi): Promise<Actor> {
  const actor = await resolveActor(strapi);
  const refusal = mayKeepPeople(actor);
  if (refusal || !actor) throw toError(refusal ?? refuse('NO_ACTOR'));
  return actor;
}

/** @throws DisclosureError NOT_FOUND */
export async function requirePerson(strapi: Core.Strapi, id: string): Promise<PersonRow> {
  const { rows } = await findPeople(strapi, { id }, 1);
  if (rows[0]) return rows[0];
  throw toError(refuse('NOT_FOUND', '没有这个人员'));
}

export function toPerson(strapi: Core.Strapi, actor: Actor, row: PersonRow): Person {
  const duties = dutiesOf(row);
  const isAdministrator = row.is_administrator;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    hasApiAccount: row.api_user_id !== null || row.api_token_id !== null,
    department: row.department,
    departmentName: row.department_name ?? row.department,
    duties,
    isAdministrator,
    state: stateOf(row),
    lockedUntil: instant(row.locked_until),
    hasSecondFactor: row.has_second_factor,
    needsSecondFactor: isObliged(strapi, { isAdministrator, duties }),
    lastSignInAt: instant(row.last_sign_in_at),
    sessions: Number(row.sessions),
    whyNot: mayChange(actor, { id: row.id, isAdministrator })?.message ?? null,
  };
}

export async function viewPeople(
  strapi: Core.Strapi,
  { page, ...filter }: PeopleFilter & { page: number },
): Promise<PeoplePage> {
  const actor = await requireKeeper(strapi);
  const { rows, total } = await findPeople(strapi, filter, page);
  return {
    data: rows.map((row) => toPerson(strapi, actor, row)),
    meta: { page, pageSize: PAGE_SIZE, total },
  };
}
