import type { Core } from '@strapi/strapi';
import { toMember } from '../../disclosure/server/gate/actor';
import type { Person } from './recipients';

const MEMBERSHIP = 'plugin::disclosure.membership';
const MAX_PEOPLE = 10_000;

type Account = { email?: string; isActive?: boolean; blocked?: boolean } | null;
type Membership = Parameters<typeof toMember>[1] & { adminUser?: Account };

/** Everybody in force who has an account of the panel that may sign in. */
export async function loadPeople(
  strapi: Core.Strapi,
  where: Record<string, unknown> = {},
): Promise<Person[]> {
  const found = (await strapi.db.query(MEMBERSHIP).findMany({
    where: { ...where, active: true, adminUser: { isActive: true } },
    populate: ['adminUser'],
    limit: MAX_PEOPLE,
  })) as Membership[];
  const people: Person[] = [];
  for (const membership of found) {
    const person = await toPerson(strapi, membership);
    if (person) people.push(person);
  }
  return people;
}

async function toPerson(strapi: Core.Strapi, membership: Membership): Promise<Person | null> {
  const { adminUser } = membership;
  if (!adminUser || adminUser.blocked) return null;
  const member = await toMember(strapi, membership, 'admin');
  if (!member) return null;
  const { personId, name, department, duties } = member;
  return { personId, name, department, duties, email: adminUser.email ?? null };
}

/** One person; null when she is not in force any more. */
export const findPerson = async (strapi: Core.Strapi, personId: string): Promise<Person | null> =>
  (await loadPeople(strapi, { documentId: personId }))[0] ?? null;
