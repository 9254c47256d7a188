import type { Core } from '@strapi/strapi';
import type { SearchQuery, SuggestionQuery } from '../read-model/query-schema';
import type { Values } from '../types';

/** Where something was found: texts are HTML, escaped, with what was asked for in `<mark>`. */
export type Highlight = {
  title: string;
  /** at most three */
  passages: { text: string; source: 'body' | 'attachment'; file: string | null }[];
};

/** A publication as lists show it, with where it answers the query. */
export type SearchHit = Values & {
  highlight: Highlight;
  /** names of attached files whose text nobody can read: scans, files with a password … */
  attachmentsWithoutText: readonly string[];
};

export type FacetValue = { value: string; label: string; count: number };
export type SearchFacets = Record<
  'domain' | 'department' | 'kind' | 'theme' | 'year' | 'validity',
  FacetValue[]
>;

export type SearchAnswer = {
  data: SearchHit[];
  meta: {
    nextCursor: string | null;
    total: number;
    /** there are more than `total` */
    totalIsAtLeast: boolean;
    /** only where they are asked for */
    facets?: SearchFacets;
    /** what was probably meant */
    didYouMean: string | null;
    /** what a person can do where nothing, or not what she asked for, was found */
    help: string | null;
  };
};

export type Suggestion = {
  kind: 'title' | 'number' | 'department' | 'domain';
  text: string;
  /** of a title or number */
  documentId: string | null;
  /** of a department or domain */
  code: string | null;
};

/** Which of some live documents answer a query; `unread`: those whose newest text the index does not hold yet. */
export type Matches = { found: string[]; unread: string[] };

/** What finds publications: a plugin provides it, the engine names none. */
export type Search = {
  search: (query: SearchQuery) => Promise<SearchAnswer>;
  /** Looks at the named documents alone: whether something new answers a saved search. */
  matches: (q: string, documentIds: readonly string[]) => Promise<Matches>;
  suggest: (query: SuggestionQuery) => Promise<Suggestion[]>;
};

const searches = new WeakMap<object, Search>();

/** Called by the plugin at its register. */
export const provideSearch = (strapi: Core.Strapi, search: Search): void => {
  searches.set(strapi, search);
};

export function searchOf(strapi: Core.Strapi): Search {
  const search = searches.get(strapi);
  if (!search) throw new Error('no plugin provides the search');
  return search;
}
