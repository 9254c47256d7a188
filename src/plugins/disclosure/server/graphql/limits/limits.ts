/** At most so many rows in a list that stands inside another. */
export const MAX_NESTED = 10;

/** What one document may ask for. */
export const LIMITS = {
  /** characters; long texts belong into the variables */
  length: 100_000,
  tokens: 1000,
  /** nested fields, introspection aside */
  depth: 8,
  /** fields at the top of a query */
  queries: 20,
  /** … and of a mutation: each is a transaction */
  mutations: 10,
  aliases: 50,
  /** fields, fragments written out */
  fields: 2000,
  /** objects that the answer could hold at most, roughly */
  cost: 3000,
} as const;

type Args = Record<string, unknown>;

/** A district has about so many. */
const DOMAINS = 30;
const DEPARTMENTS = 60;
const ITEMS_OF_DOMAIN = 40;
/** What a search costs at least, however few of its hits are wanted. */
const SEARCH = 100;

/** How many objects a list gives, where no `limit` says it. */
const SIZES: Record<string, (args: Args) => number> = {
  'Query.domains': () => DOMAINS,
  'Query.departments': () => DEPARTMENTS,
  'Query.columns': () => DEPARTMENTS,
  'Query.catalogueItems': ({ domain, department }) =>
    domain || department ? ITEMS_OF_DOMAIN : DOMAINS * ITEMS_OF_DOMAIN,
  'Domain.items': () => ITEMS_OF_DOMAIN,
  'Query.search': ({ limit }) => Math.max(SEARCH, typeof limit === 'number' ? Math.min(limit, 100) : SEARCH),
  'Query.searchSuggestions': () => SEARCH,
  'Coverage.rows': () => ITEMS_OF_DOMAIN,
  'Coverage.domains': () => DOMAINS,
  'Coverage.departments': () => DEPARTMENTS,
  '__Schema.types': () => 150,
  '__Schema.directives': () => 10,
  '__Type.fields': () => 10,
  '__Type.inputFields': () => 5,
  '__Field.args': () => 2,
};

/** Introspection reads no database. */
const INTROSPECTION_WEIGHT = 0.02;

/** Objects that come with their parent. */
const EMBEDDED = new Set([
  ...['Audience', 'File', 'Guide', 'NewestPublication', 'PageMeta'],
  ...['Evidence', 'TextChange', 'CoverageItem', 'CoverageFigures', 'CoveragePeriod'],
  ...['Roster', 'RosterColumn', 'RosterPageMeta'],
  ...['SearchFacets', 'SearchFacetValue', 'SearchHighlight', 'SearchMeta', 'SearchPassage'],
]);

/** How many objects a field can give, by the arguments it is asked with. */
export function sizeOf(type: string, field: string, args: Args, isLimited: boolean): number {
  const size = SIZES[`${type}.${field}`];
  if (size) return size(args);
  if (!isLimited) return 1;
  const [usual, most] = type === 'Query' ? [20, 100] : [5, MAX_NESTED];
  if (!('limit' in args)) return usual;
  // a variable without a value may have a default, and what is no number is refused later
  return typeof args.limit === 'number' && args.limit > 0 ? Math.min(args.limit, most) : most;
}

/** What an object of a type costs. */
export function weightOf(type: string): number {
  if (EMBEDDED.has(type)) return 0;
  return type.startsWith('__') ? INTROSPECTION_WEIGHT : 1;
}
