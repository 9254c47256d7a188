import type { Core } from '@strapi/strapi';
import { inOrder, isResponsibleFor, typesOf, typesOwnedBy } from '../access/department-types';
import type { DeskType } from '../desk/contract';
import { allDomains, allTypes } from '../domain/registry';
import { departmentAndUnits } from '../reference-data/departments';
import { mainDomain } from '../reference-data/main-domain';
import { scopesOf } from '../reference-data/responsibilities';
import { isMember, watches } from '../rules/ownership';
import type { Actor } from '../types';

/** The kinds of information in the order of the domains: which a person's menu shows, and which she enters. */
export async function describeTypes(strapi: Core.Strapi, actor: Actor): Promise<DeskType[]> {
  const all = inOrder(allTypes(strapi));
  const scopes = isMember(actor) ? await scopesOf(strapi, actor.department) : [];
  const open = new Set(
    isMember(actor) && !watches(actor)
      ? typesOf(all, {
          scopes,
          owned: await typesOwnedBy(strapi, await departmentAndUnits(strapi, actor.department)),
        })
      : all,
  );
  const main =
    isMember(actor) && !watches(actor) ? mainDomain(allDomains(strapi), actor.department, scopes) : null;
  const enters = isMember(actor) && actor.duties.includes('editor');
  return all.map((type) => ({
    uid: type.uid,
    code: type.domain.code,
    domain: type.domain.name,
    name: type.manifest.name,
    open: open.has(type),
    main: main?.code === type.domain.code,
    mayCreate: enters && isResponsibleFor(type, scopes),
  }));
}
