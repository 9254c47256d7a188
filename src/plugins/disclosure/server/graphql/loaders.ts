import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { findChanges, type PublicChange } from '../catalogue/changes';
import { type BatchKey, findLatest, findPublications } from '../read-model/batch-publications';
import { listCatalogue } from '../read-model/list-catalogue';
import { listDomains } from '../read-model/list-domains';
import { completePublications } from '../read-model/read-publications';
import { allDepartments, type Department } from '../reference-data/departments';
import { describeColumns } from '../reference-data/describe-columns';
import { describeDepartments } from '../reference-data/describe-departments';
import { readConnection } from '../replica/read-connection';
import type { Values } from '../types';
import type { GraphqlContext } from './context';

type CatalogueItem = Awaited<ReturnType<typeof listCatalogue>>[number];
type Column = Awaited<ReturnType<typeof describeColumns>>[number];
type DomainInFigures = Awaited<ReturnType<typeof listDomains>>[number];
type DepartmentInFigures = Awaited<ReturnType<typeof describeDepartments>>[number];

/** What one request has loaded: a page of 20 asks the database once for all of its departments, rows … */
export type Loaders = {
  departments: () => Promise<Map<string, Department>>;
  /** counting all publications is worth its cost only where the figures are asked for */
  domainsInFigures: () => Promise<Map<string, DomainInFigures>>;
  departmentsInFigures: () => Promise<Map<string, DepartmentInFigures>>;
  columns: () => Promise<Map<string, Column>>;
  publication: DataLoader<string, Values | null>;
  catalogueItem: DataLoader<string, CatalogueItem | null>;
  /** the history of a row */
  changes: DataLoader<string, PublicChange[]>;
  /** the rows in force of a domain's catalogue */
  items: DataLoader<string, CatalogueItem[]>;
  latest: (by: BatchKey, limit: number) => DataLoader<string, Values[]>;
};

const known = new WeakMap<GraphqlContext, Loaders>();

/** The loaders of a request, made when first asked for. */
export function loadersOf(strapi: Core.Strapi, context: GraphqlContext): Loaders {
  const found = known.get(context) ?? createLoaders(strapi);
  known.set(context, found);
  return found;
}

function createLoaders(strapi: Core.Strapi): Loaders {
  const knex = readConnection(strapi);
  const latest = new Map<string, DataLoader<string, Values[]>>();
  return {
    departments: once(async () => keyed(await allDepartments(strapi), ({ code }) => code)),
    domainsInFigures: once(async () => keyed(await listDomains(strapi), ({ slug }) => slug)),
    departmentsInFigures: once(async () => keyed(await describeDepartments(strapi), ({ code }) => code)),
    columns: once(async () => keyed(await describeColumns(strapi), ({ code }) => code)),
    publication: batched(async (ids) => {
      const found = await findPublications(knex, ids);
      const complete = await completePublications(strapi, [...found.values()]);
      return keyed(complete, ({ documentId }) => String(documentId));
    }, null),
    catalogueItem: batched(
      async (codes) => keyed(await listCatalogue(strapi, { codes: [...codes] }), ({ code }) => code),
      null,
    ),
    changes: batched((codes) => findChanges(strapi, codes), []),
    items: batched((domains) => loadItems(strapi, domains), []),
    latest: (by, limit) => {
      const key = `${by}:${limit}`;
      const loader = latest.get(key) ?? batched((keys) => findLatest(knex, by, keys, limit), []);
      latest.set(key, loader);
      return loader;
    },
  };
}

async function loadItems(
  strapi: Core.Strapi,
  domains: readonly string[],
): Promise<Map<string, CatalogueItem[]>> {
  // the catalogues of several domains: the whole of it costs as many statements as one of them
  const items = await listCatalogue(strapi, {
    status: 'in-force',
    ...(domains.length === 1 ? { domain: domains[0] } : {}),
  });
  const groups = new Map<string, CatalogueItem[]>();
  for (const item of items) {
    const group = groups.get(item.domain);
    if (group) group.push(item);
    else groups.set(item.domain, [item]);
  }
  return groups;
}

const keyed = <T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T> =>
  new Map(values.map((value) => [keyOf(value), value]));

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}

/** A loader over a function that finds many at once; what it does not find is `missing`. */
const batched = <T, M>(find: (keys: readonly string[]) => Promise<Map<string, T>>, missing: M) =>
  new DataLoader<string, T | M>(async (keys) => {
    const found = await find(keys);
    return keys.map((key) => found.get(key) ?? missing);
  });
