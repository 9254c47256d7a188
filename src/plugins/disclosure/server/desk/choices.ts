import type { Core } from '@strapi/strapi';
import { allDomains, findDomain } from '../domain/registry';
import { DisclosureError, refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { listCatalogueItems } from '../reference-data/catalogue-items';
import { allDepartments } from '../reference-data/departments';
import { scopesOf } from '../reference-data/responsibilities';
import { STATE_NAMES } from '../rules/decide';
import { isMember, watches } from '../rules/ownership';
import { EVENTS } from '../rules/time-limit-text';
import type { Actor } from '../types';
import { evidentKind } from '../workbench/prefill';
import type { ChoiceOption } from './contract';

type Context = { department: string | null; values: Record<string, string> };
type Lister = (strapi: Core.Strapi, context: Context) => Promise<ChoiceOption[]>;

/** Publications that may be named as the successor of a withdrawn one: the newest of the owner. */
const SUCCESSORS = 200;

/** Lists that the engine itself offers. */
const LISTS: Record<string, Lister> = {
  departments: async (strapi) =>
    (await allDepartments(strapi)).map(({ code, name }) => ({ value: code, label: name })),
  states: async () => Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label })),
  'time-limit-events': async () => EVENTS,
  domains: async (strapi) => allDomains(strapi).map(({ slug, name }) => ({ value: slug, label: name })),
  'catalogue-items': async (strapi, { department, values }) => {
    const codes = department === null ? undefined : await scopesOf(strapi, department);
    const items = await listCatalogueItems(strapi, { domain: values.domain, codes, inForce: true });
    return items.map((item) => {
      const kind = evidentKind(item);
      return {
        value: item.code,
        label: `${item.code} ${item.level2 ?? item.level1 ?? ''}`,
        ...(item.level1 ? { group: item.level1 } : {}),
        ...(kind ? { implies: { kind } } : {}),
      };
    });
  },
  publications: async (strapi, { department, values }) => {
    const rows = await strapi.db
      .connection('publications')
      .where({ state: 'live', owner: department ?? values.owner ?? '' })
      .orderBy('published_at', 'desc')
      .limit(SUCCESSORS)
      .select('document_id', 'title');
    return rows.map((row) => ({ value: row.document_id, label: row.title }));
  },
};

/**
 * What a choice field of the panel offers: to a department only what is hers, to those who look at the
 * whole district (the office, auditors, the administrator) all of it. `source` is a list of the engine,
 * or `<domain>.<list>` of a domain.
 *
 * @param values what is entered in the form so far; a list may depend on it
 * @throws DisclosureError NO_ACTOR, NOT_FOUND for an unknown list
 */
export async function listChoices(
  strapi: Core.Strapi,
  source: string,
  values: Record<string, string>,
): Promise<ChoiceOption[]> {
  const context: Context = { department: departmentOf(await resolveActor(strapi)), values };
  const own = LISTS[source];
  if (own) return own(strapi, context);
  const [slug = '', name = ''] = source.split('.');
  const list = findDomain(strapi, slug)?.choices?.[name];
  if (!list) throw new DisclosureError('NOT_FOUND', '没有这个选项列表');
  return list(strapi, context);
}

/** The department whose choices are listed; null: of every department. */
function departmentOf(actor: Actor | null): string | null {
  if (actor?.kind === 'administrator') return null;
  if (!isMember(actor)) throw toError(refuse('NO_ACTOR'));
  return watches(actor) ? null : actor.department;
}
