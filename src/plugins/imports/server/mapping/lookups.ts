import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../../../disclosure/server/domain/registry';
import { findDomain } from '../../../disclosure/server/domain/registry';
import {
  type CatalogueItem,
  listCatalogueItems,
} from '../../../disclosure/server/reference-data/catalogue-items';
import { allDepartments } from '../../../disclosure/server/reference-data/departments';
import type { Values } from '../../../disclosure/server/types';

/** A value that may be chosen, with every name under which a cell may ask for it. */
export type Option = { value: string; names: readonly string[] };

/** Lists that depend on what is entered are kept for this many different entries. */
const KEPT_LISTS = 200;

/**
 * The lists by which names in cells become codes. They hold for one import; whether the member may use a
 * value is decided by the gate, so the lists are those of the whole district.
 */
export function createLookups(strapi: Core.Strapi, type: RegisteredType) {
  const lists = new Map<string, Promise<readonly Option[]>>();
  const load = (source: string, values: Values): Promise<readonly Option[]> => {
    if (source === 'departments') return departments(strapi);
    if (source === 'catalogue-items') return catalogueItems(strapi, type.domain.slug);
    return domainList(strapi, source, values);
  };
  return (source: string, values: Values): Promise<readonly Option[]> => {
    const key = `${source} ${source.includes('.') ? JSON.stringify(chosen(type, values)) : ''}`;
    const known = lists.get(key);
    if (known) return known;
    if (lists.size >= KEPT_LISTS) lists.clear();
    const list = load(source, values);
    lists.set(key, list);
    return list;
  };
}
export type Lookups = ReturnType<typeof createLookups>;

/** What a domain's list may depend on: the choices made so far. */
const chosen = (type: RegisteredType, values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => type.fields[name]?.type === 'choice' && typeof value === 'string')
      .map(([name, value]) => [name, String(value)]),
  );

const departments = async (strapi: Core.Strapi): Promise<Option[]> =>
  (await allDepartments(strapi)).map(({ code, name, aliases }) => ({
    value: code,
    names: [name, ...(aliases ?? [])],
  }));

const catalogueItems = async (strapi: Core.Strapi, domain: string): Promise<Option[]> =>
  (await listCatalogueItems(strapi, { domain })).map((item) => ({ value: item.code, names: namesOf(item) }));

/** A row is asked for by its name, its group and name, or its code and name; by its group alone where it has no name. */
function namesOf({ code, level1, level2 }: CatalogueItem): string[] {
  const name = level2 ?? level1 ?? '';
  return [
    name,
    `${code} ${name}`,
    ...(level1 && level2 ? [`${level1}-${level2}`, `${level1}/${level2}`] : []),
  ];
}

async function domainList(strapi: Core.Strapi, source: string, values: Values): Promise<Option[]> {
  const [slug = '', name = ''] = source.split('.');
  const list = findDomain(strapi, slug)?.choices?.[name];
  if (!list) return [];
  const texts = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, String(value ?? '')]),
  );
  const options = await list(strapi, { department: null, values: texts });
  return options.map(({ value, label }) => ({ value, names: [label, label.replace(`${value} `, '')] }));
}
