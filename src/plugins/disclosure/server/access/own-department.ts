import type { Core } from '@strapi/strapi';
import { findMember } from '../gate/actor';
import { departmentAndUnits } from '../reference-data/departments';
import { watches } from '../rules/ownership';

/** The condition under which a role of a department reads. */
export const OWN_DEPARTMENT = 'plugin::disclosure.own-department';

type Filter = boolean | { owner: { $in: string[] } };

/**
 * The panel shows a department its own documents (a scalar owner: a condition through a relation lists
 * entries but cannot open them, strapi#17622).
 */
export function registerOwnDepartmentCondition(strapi: Core.Strapi): void {
  strapi.service('admin::permission').conditionProvider.register({
    displayName: '本部门的信息',
    name: 'own-department',
    plugin: 'disclosure',
    category: '政务公开',
    handler: (user: { id: number }) => ownDepartmentFilter(strapi, user),
  });
}

/** Strapi asks once for every permission of the role. */
const asked = new WeakMap<object, Promise<Filter>>();

/** What the condition lets a person of the panel read; looked up once a request. */
export function ownDepartmentFilter(strapi: Core.Strapi, user: { id: number }): Promise<Filter> {
  const request = strapi.requestContext.get();
  const filter = (request && asked.get(request)) ?? filterFor(strapi, user);
  if (request) asked.set(request, filter);
  return filter;
}

async function filterFor(strapi: Core.Strapi, user: { id: number }): Promise<Filter> {
  const member = await findMember(strapi, 'admin', user.id);
  if (!member) return false;
  return watches(member) || { owner: { $in: await departmentAndUnits(strapi, member.department) } };
}
