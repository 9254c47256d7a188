import type { Core } from '@strapi/strapi';
import { allDomains, findDomain } from '../domain/registry';
import { DisclosureError } from '../errors';
import { resolveActor } from '../gate/actor';
import { listCatalogueItems } from '../reference-data/catalogue-items';
import { allDepartments } from '../reference-data/departments';
import { scopesOf } from '../reference-data/responsibilities';
import { STATE_NAMES } from '../rules/decide';
import { isMember } from '../rules/ownership';

export type ChoiceOption = { value: string; label: string; group?: string };

type Lister = (strapi: Core.Strapi, department: string, domain?: string) => Promise<ChoiceOption[]>;

/** Lists that the engine itself offers. */
const LISTS: Record<string, Lister> = {
  departments: async (strapi) =>
    (await allDepartments(strapi)).map(({ code, name }) => ({ value: code, label: name })),
  states: async () => Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label })),
  domains: async (strapi) => allDomains(strapi).map(({ slug, name }) => ({ value: slug, label: name })),
  'catalogue-items': async (strapi, department, domain) => {
    const codes = await scopesOf(strapi, department);
    const items = await listCatalogueItems(strapi, { domain, codes });
    return items.map((item) => ({
      value: item.code,
      label: `${item.code} ${item.level2 ?? item.level1 ?? ''}`,
      ...(item.level1 ? { group: item.level1 } : {}),
    }));
  },
};

/**
 * What a choice field of the panel offers to the signed-in department: only what is hers.
 * `source` is a list of the engine, or `<domain>.<list>` of a domain.
 *
 * @throws DisclosureError NOT_FOUND for an unknown list
 */
export async function listChoices(
  strapi: Core.Strapi,
  source: string,
  values: Record<string, string>,
): Promise<ChoiceOption[]> {
  const actor = await resolveActor(strapi);
  const department = isMember(actor) ? actor.department : '';
  const own = LISTS[source];
  if (own) return own(strapi, department, values.domain);
  const [slug = '', name = ''] = source.split('.');
  const list = findDomain(strapi, slug)?.choices?.[name];
  if (!list) throw new DisclosureError('NOT_FOUND', '没有这个选项列表');
  return list(strapi, { department, values });
}
