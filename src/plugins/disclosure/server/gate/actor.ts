import type { Core } from '@strapi/strapi';
import { findDepartment } from '../reference-data/departments';
import { type Actor, DUTIES, type Member } from '../types';
import { explicitActor } from './storage';

const MEMBERSHIP = 'plugin::disclosure.membership';
const SUPER_ADMIN = 'strapi-super-admin';

type Credentials = { id: number; email?: string; name?: string; roles?: { code?: string }[] };
type Membership = { documentId: string; name: string; department: string; active: boolean } & Record<
  string,
  unknown
>;

/** The relation of a membership that a sign-in of this kind goes by. */
const SUBJECTS = {
  admin: { relation: 'adminUser', via: 'admin' },
  'users-permissions': { relation: 'apiUser', via: 'api' },
  'content-api-token': { relation: 'apiToken', via: 'token' },
} as const satisfies Record<string, { relation: string; via: Member['via'] }>;

/**
 * Who acts: the actor named by a job, else the signed-in person or token of the request, through her
 * membership in a department that is in force. Anybody else is nobody, and nobody may write: an API
 * token with full access included, until it is bound to a department.
 */
export async function resolveActor(strapi: Core.Strapi): Promise<Actor | null> {
  const named = explicitActor();
  if (named) return named;
  const state = strapi.requestContext.get()?.state;
  const strategy = state?.auth?.strategy?.name as keyof typeof SUBJECTS | undefined;
  const credentials = state?.auth?.credentials as Credentials | null | undefined;
  if (!strategy || !credentials?.id || !(strategy in SUBJECTS)) return null;
  const member = await findMember(strapi, strategy, credentials.id);
  return member ?? asAdministrator(strategy, credentials);
}

/** The member whose account or token this is, of the kind that a sign-in strategy names. */
export async function findMember(
  strapi: Core.Strapi,
  strategy: keyof typeof SUBJECTS,
  id: number,
): Promise<Member | null> {
  const subject = SUBJECTS[strategy];
  const membership = (await strapi.db
    .query(MEMBERSHIP)
    .findOne({ where: { [subject.relation]: { id }, active: true } })) as Membership | null;
  return membership ? toMember(strapi, membership, subject.via) : null;
}

/** The member a membership stands for; null when her department is not (or no longer) in force. */
export async function toMember(
  strapi: Core.Strapi,
  membership: Membership,
  via: Member['via'],
): Promise<Member | null> {
  const department = await findDepartment(strapi, membership.department, new Date());
  if (!department) return null;
  return {
    kind: 'member',
    personId: membership.documentId,
    name: membership.name,
    department: department.code,
    duties: DUTIES.filter((duty) => membership[duty] === true),
    via,
  };
}

/** The super administrator, who keeps the system and owns nothing. */
export function asAdministrator(strategy: string, credentials: Credentials): Actor | null {
  if (strategy !== 'admin' || !credentials.roles?.some((role) => role.code === SUPER_ADMIN)) return null;
  return {
    kind: 'administrator',
    personId: `admin-${credentials.id}`,
    name: credentials.email ?? '系统管理员',
  };
}
