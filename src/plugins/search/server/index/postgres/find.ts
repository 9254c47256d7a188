import type { Expression } from '../../query/expression';
import type { Tiers } from '../../query/tiers';
import type { After, Hit, Scope } from '../search-index';
import { argumentsOfNewest, inScope, newestOf } from './ask';
import type { Reader } from './reader';
import { toTsQuery } from './tsquery';

type Row = {
  n?: string;
  document_id: string;
  title: string;
  published_at: string;
  dated_on: string;
  validity: string | null;
};

const COLUMNS =
  "d.document_id, d.title, to_json(d.published_at)#>>'{}' as published_at, d.dated_on::text, d.validity";

const toHit = (row: Row): Hit => ({
  documentId: row.document_id,
  title: row.title,
  publishedAt: row.published_at,
  datedOn: row.dated_on,
  validity: row.validity,
  tiers: [],
});

/** Every tier in one statement. */
export async function best(reader: Reader, tiers: Tiers, scope: Scope, most: number): Promise<Hit[]> {
  if (tiers.length === 0) return [];
  const asked = await argumentsOfNewest(reader, scope, most);
  const queries = tiers.map(({ expression }) => inScope(expression, scope));
  const rows = await reader.read<Row>(
    `select t.n, ${COLUMNS} from unnest($1::text[]) with ordinality as t(query, n)
      cross join lateral ${newestOf('t.query::tsquery')} as d`,
    [queries, ...asked],
  );
  const hits = new Map<string, Hit>();
  for (const row of rows) {
    const tier = tiers[Number(row.n) - 1]?.tier;
    const hit = hits.get(row.document_id) ?? toHit(row);
    if (tier) hits.set(row.document_id, { ...hit, tiers: [...hit.tiers, tier] });
  }
  return [...hits.values()];
}

export async function newest(
  reader: Reader,
  expression: Expression,
  scope: Scope,
  limit: number,
  after: After | null,
): Promise<Hit[]> {
  const asked = await argumentsOfNewest(reader, scope, limit, after);
  const rows = await reader.read<Row>(
    `select ${COLUMNS} from ${newestOf('$1::tsquery')} as d order by d.published_at desc, d.document_id desc`,
    [inScope(expression, scope), ...asked],
  );
  return rows.map(toHit);
}

/** By the documents, not by the terms: however many there are of others. */
export async function among(
  reader: Reader,
  expression: Expression,
  documentIds: readonly string[],
): Promise<string[]> {
  const rows = await reader.read<{ document_id: string }>(
    'select document_id from search_documents where document_id = any($1) and terms @@ $2::tsquery',
    [documentIds, toTsQuery(expression)],
  );
  return rows.map((row) => row.document_id);
}
