import type { Core } from '@strapi/strapi';
import { KINDS } from '../../../disclosure/server/domain/base-fields';
import { allTypes, findDomain } from '../../../disclosure/server/domain/registry';
import type { SearchFacets } from '../../../disclosure/server/search/port';
import type { FacetName, Facets } from '../index/search-index';
import type { Vocabulary } from '../vocabulary/vocabulary';

/** The facets with what a person calls their values. */
export function withLabels(strapi: Core.Strapi, facets: Facets, { departments }: Vocabulary): SearchFacets {
  const labels: Record<FacetName, (value: string) => string | undefined> = {
    domain: (value) => findDomain(strapi, value)?.name,
    department: (value) => departments.find(({ code }) => code === value)?.name,
    kind: (value) => kindLabel(strapi, value),
    theme: () => undefined,
    year: (value) => `${value}年`,
    validity: () => undefined,
  };
  const entries = Object.entries(facets).map(([name, values]) => [
    name,
    values.map(({ value, count }) => ({ value, label: labels[name as FacetName](value) ?? value, count })),
  ]);
  return Object.fromEntries(entries);
}

/** A type of its own is its kind. */
const kindLabel = (strapi: Core.Strapi, value: string): string | undefined =>
  KINDS.find((kind) => kind.value === value)?.label ??
  allTypes(strapi).find(({ manifest }) => (manifest.kind ?? manifest.singular) === value)?.manifest.name;
