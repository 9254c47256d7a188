import type { Knex } from 'knex';
import type { Expression } from '../../query/expression';
import type { Counted, FacetName, Facets, Scope } from '../search-index';
import { argumentsOfCount, COUNTED_BY } from './ask';
import { bounded } from './bounded';

/** Counted so far; more are “10,000+”. */
const COUNTED = 10_000;
/** Values of a facet, at most. */
const VALUES = 30;

const counted = (found: number): Counted => ({ total: Math.min(found, COUNTED), atLeast: found > COUNTED });

export async function count(knex: Knex, expression: Expression, scope: Scope): Promise<Counted> {
  const asked = await argumentsOfCount(knex, expression, scope, COUNTED + 1);
  const { rows } = await bounded(knex, (trx) => trx.raw(`select search_count${COUNTED_BY} as total`, asked));
  return counted(Number(rows[0].total));
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
const FACETS_SQL = `select ${COLUMNS.join(', ')}, grouping(${COLUMNS.join(', ')}) as which, count(*)
  from search_facets${COUNTED_BY} group by grouping sets (${COLUMNS.map((column) => `(${column})`).join(', ')}, ())`;
const ALL = 2 ** COLUMNS.length - 1;

type Row = Record<string, string | number | null> & { which: number; count: string };

export async function facets(
  knex: Knex,
  expression: Expression,
  scope: Scope,
): Promise<Counted & { facets: Facets }> {
  const asked = await argumentsOfCount(knex, expression, scope, COUNTED + 1);
  const { rows } = await bounded(knex, (trx) => trx.raw(FACETS_SQL, asked));
  const found = rows as Row[];
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
