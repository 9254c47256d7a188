import type { Expression } from '../../query/expression';
import type { Counted, FacetName, Facets, Scope, Seen } from '../search-index';
import { askFor, scopedTo } from './ask';
import type { Reader } from './reader';
import { isBeyond, toArray } from './windows';

/** Counted so far; more are “5,000+”. */
const COUNTED = 5_000;
/**
 * Documents for which the first window is chosen: the later ones are each as wide as all before, so a count may end near its
 * budget, whatever the statistics have led to expect.
 */
const FIRST = 250;
/** Milliseconds that a count may take, about: what was counted until then is “so many+”. */
const BUDGET_MS = 6;
/** Documents of which facets are counted where there are certainly more than are counted: the newest ones. */
const DIVIDED = 1_000;
/** Values of a facet, at most. */
const VALUES = 30;

const counted = (found: number, isWhole: boolean): Counted => ({
  total: Math.min(found, COUNTED),
  atLeast: !isWhole || found > COUNTED,
});

const COUNTED_BY = '($1::tsquery, $2::tsquery[], $3, $4::date, $5, $6)';

type ToCount = { query: string; windows: readonly string[]; most: number; ms: number };

const argumentsOf = (
  { query, windows, most, ms }: ToCount,
  { validity, today }: Scope,
): (string | number | null)[] => [query, toArray(windows), validity ?? null, today, most, ms];

/** Nobody has to count what PostgreSQL's statistics know to be more. */
const isUncounted = async (reader: Reader, expression: Expression, scope: Scope): Promise<boolean> =>
  !scope.validity && (await isBeyond(reader, scopedTo(expression, scope), COUNTED));

export async function count(
  reader: Reader,
  expression: Expression,
  scope: Scope,
  seen: Seen | null,
): Promise<Counted> {
  if (seen && seen.rest === null) return counted(seen.matched, true);
  if (await isUncounted(reader, expression, scope)) return { total: COUNTED, atLeast: true };
  const known = seen?.matched ?? 0;
  // the next window takes about as long as all before it
  if (known > COUNTED || (seen?.ms ?? 0) >= BUDGET_MS) return counted(known, false);
  const { query, windows } = await askFor(reader, expression, scope, FIRST);
  const left = seen ? (seen.rest as readonly string[]) : windows;
  const [row] = await reader.read<{ total: number; is_whole: boolean }>(
    `select total, is_whole from search_count${COUNTED_BY}`,
    argumentsOf({ query, windows: left, most: COUNTED + 1 - known, ms: BUDGET_MS }, scope),
  );
  return counted(known + (row?.total ?? 0), row?.is_whole ?? true);
}

/** Names of the facets by the columns that they count. */
const FACETS: Record<FacetName, string> = {
  domain: 'domain',
  department: 'owner',
  kind: 'kind',
  theme: 'theme',
  year: 'year',
  validity: 'validity',
};
const NAMES = Object.keys(FACETS) as FacetName[];
const COLUMNS = Object.values(FACETS);

/** All facets in one pass: of each row all columns but one are null, by `which` (a bit a column). */
const FACETS_SQL = `select ${COLUMNS.join(', ')}, grouping(${COLUMNS.join(', ')}) as which, sum(documents) as count, bool_and(is_last) as is_whole
  from search_facets${COUNTED_BY} group by grouping sets (${COLUMNS.map((column) => `(${column})`).join(', ')}, ())`;
const ALL = 2 ** COLUMNS.length - 1;

type Row = Record<string, string | number | null> & { which: number; count: string; is_whole: boolean };

export async function facets(
  reader: Reader,
  expression: Expression,
  scope: Scope,
): Promise<Counted & { facets: Facets }> {
  const isBeyondCount = await isUncounted(reader, expression, scope);
  const most = isBeyondCount ? DIVIDED : COUNTED + 1;
  const asked = await askFor(reader, expression, scope, FIRST);
  const found = await reader.read<Row>(FACETS_SQL, argumentsOf({ ...asked, most, ms: BUDGET_MS }, scope));
  const valuesOf = (name: FacetName, index: number) =>
    found
      .filter((row) => row.which === ALL - 2 ** (COLUMNS.length - 1 - index) && row[FACETS[name]] !== null)
      .map((row) => ({ value: String(row[FACETS[name]]), count: Number(row.count) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, VALUES);
  const all = found.find(({ which }) => which === ALL);
  return {
    ...(isBeyondCount
      ? { total: COUNTED, atLeast: true }
      : counted(Number(all?.count ?? 0), all?.is_whole ?? true)),
    facets: Object.fromEntries(NAMES.map((name, index) => [name, valuesOf(name, index)])) as Facets,
  };
}
