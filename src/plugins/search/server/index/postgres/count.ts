import type { Expression } from '../../query/expression';
import type { Counted, FacetName, Facets, Scope } from '../search-index';
import { askFor, scopedTo } from './ask';
import type { Reader } from './reader';
import { isBeyond } from './windows';

/** Counted so far; more are “5,000+”. */
const COUNTED = 5_000;
/** Milliseconds after which no further window is looked at: what was counted until then is “so many+”. */
const BUDGET_MS = 15;
/** Values of a facet, at most. */
const VALUES = 30;

const counted = (found: number, isWhole: boolean): Counted => ({
  total: Math.min(found, COUNTED),
  atLeast: !isWhole || found > COUNTED,
});

const COUNTED_BY = '($1::tsquery, $2::tsquery[], $3, $4::date, $5, $6)';

async function argumentsOfCount(
  reader: Reader,
  expression: Expression,
  scope: Scope,
): Promise<(string | number | null)[]> {
  const { query, windows } = await askFor(reader, expression, scope, COUNTED);
  return [query, windows, scope.validity ?? null, scope.today, COUNTED + 1, BUDGET_MS];
}

export async function count(reader: Reader, expression: Expression, scope: Scope): Promise<Counted> {
  if (!scope.validity && (await isBeyond(reader, scopedTo(expression, scope), COUNTED))) {
    return { total: COUNTED, atLeast: true };
  }
  const asked = await argumentsOfCount(reader, expression, scope);
  const [row] = await reader.read<{ total: number; is_whole: boolean }>(
    `select total, is_whole from search_count${COUNTED_BY}`,
    asked,
  );
  return counted(row?.total ?? 0, row?.is_whole ?? true);
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
  const asked = await argumentsOfCount(reader, expression, scope);
  const found = await reader.read<Row>(FACETS_SQL, asked);
  const valuesOf = (name: FacetName, index: number) =>
    found
      .filter((row) => row.which === ALL - 2 ** (COLUMNS.length - 1 - index) && row[FACETS[name]] !== null)
      .map((row) => ({ value: String(row[FACETS[name]]), count: Number(row.count) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, VALUES);
  const all = found.find(({ which }) => which === ALL);
  return {
    ...counted(Number(all?.count ?? 0), all?.is_whole ?? true),
    facets: Object.fromEntries(NAMES.map((name, index) => [name, valuesOf(name, index)])) as Facets,
  };
}
