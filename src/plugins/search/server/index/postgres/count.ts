import type { Expression } from '../../query/expression';
import type { Counted, FacetName, Facets, Scope } from '../search-index';
import { argumentsOfCount, COUNTED_BY, scopedTo } from './ask';
import type { Reader } from './reader';
import { isBeyond } from './windows';

/** Counted so far; more are “10,000+”. */
const COUNTED = 10_000;
/** Values of a facet, at most. */
const VALUES = 30;

const counted = (found: number): Counted => ({ total: Math.min(found, COUNTED), atLeast: found > COUNTED });

export async function count(reader: Reader, expression: Expression, scope: Scope): Promise<Counted> {
  if (!scope.validity && (await isBeyond(reader, scopedTo(expression, scope), COUNTED))) {
    return { total: COUNTED, atLeast: true };
  }
  const asked = await argumentsOfCount(reader, expression, scope, COUNTED + 1);
  const [row] = await reader.read<{ total: number }>(`select search_count${COUNTED_BY} as total`, asked);
  return counted(Number(row?.total));
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
const FACETS_SQL = `select ${COLUMNS.join(', ')}, grouping(${COLUMNS.join(', ')}) as which, sum(documents) as count
  from search_facets${COUNTED_BY} group by grouping sets (${COLUMNS.map((column) => `(${column})`).join(', ')}, ())`;
const ALL = 2 ** COLUMNS.length - 1;

type Row = Record<string, string | number | null> & { which: number; count: string };

export async function facets(
  reader: Reader,
  expression: Expression,
  scope: Scope,
): Promise<Counted & { facets: Facets }> {
  const asked = await argumentsOfCount(reader, expression, scope, COUNTED + 1);
  const found = await reader.read<Row>(FACETS_SQL, asked);
  const valuesOf = (name: FacetName, index: number) =>
    found
      .filter((row) => row.which === ALL - 2 ** (COLUMNS.length - 1 - index) && row[FACETS[name]] !== null)
      .map((row) => ({ value: String(row[FACETS[name]]), count: Number(row.count) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, VALUES);
  return {
    ...counted(Number(found.find(({ which }) => which === ALL)?.count ?? 0)),
    facets: Object.fromEntries(NAMES.map((name, index) => [name, valuesOf(name, index)])) as Facets,
  };
}
