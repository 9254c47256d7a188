import type { Knex } from 'knex';
import type { Expression } from '../../query/expression';
import type { Counted, FacetName, Facets, Scope } from '../search-index';
import { argumentsOf, inScope, NEWEST } from './ask';
import { bounded } from './bounded';

/** Counted so far; more are “10,000+”. */
const COUNTED = 10_000;
/** Values of a facet, at most. */
const VALUES = 30;

const counted = (found: number): Counted => ({ total: Math.min(found, COUNTED), atLeast: found > COUNTED });

export async function count(knex: Knex, expression: Expression, scope: Scope): Promise<Counted> {
  const asked = await argumentsOf(knex, scope, COUNTED + 1);
  const { rows } = await bounded(knex, (trx) =>
    trx.raw(`select count(*) from ${NEWEST} as d`, [inScope(expression, scope), ...asked]),
  );
  return counted(Number(rows[0].count));
}

/** Names of the facets by the columns they count. */
const FACETS: Record<FacetName, string> = {
  domain: 'domain',
  department: 'owner',
  kind: 'kind',
  theme: 'theme',
  year: "extract(year from published_at at time zone 'Asia/Shanghai')::text",
  validity: 'validity',
};

export async function facets(
  knex: Knex,
  expression: Expression,
  scope: Scope,
): Promise<Counted & { facets: Facets }> {
  const asked = await argumentsOf(knex, scope, COUNTED + 1);
  const names = Object.keys(FACETS) as FacetName[];
  const { rows } = await bounded(knex, (trx) =>
    trx.raw(
      `with found as materialized (select ${names.map((name) => `${FACETS[name]} as "${name}"`).join(', ')} from ${NEWEST} as d)
       ${names.map((name) => `(select '${name}' as facet, "${name}" as value, count(*) from found where "${name}" is not null group by 2 order by 3 desc, 2 limit ${VALUES})`).join(' union all ')}
       union all select 'total', null, count(*) from found`,
      [inScope(expression, scope), ...asked],
    ),
  );
  const found = rows as { facet: FacetName | 'total'; value: string; count: string }[];
  const valuesOf = (name: FacetName) =>
    found.filter(({ facet }) => facet === name).map(({ value, count: n }) => ({ value, count: Number(n) }));
  return {
    ...counted(Number(found.find(({ facet }) => facet === 'total')?.count ?? 0)),
    facets: Object.fromEntries(names.map((name) => [name, valuesOf(name)])) as Facets,
  };
}
