import type { Expression } from '../../query/expression';
import type { Tiers } from '../../query/tiers';
import type { After, Hit, Scope } from '../search-index';
import { askFor } from './ask';
import type { Reader } from './reader';
import { toTsQuery } from './tsquery';

type Row = {
  document_id: string;
  title: string;
  published_at: string;
  dated_on: string;
  validity: string | null;
  tiers: number[];
};

const PUBLISHED_AT = "to_json(d.published_at)#>>'{}' as published_at";

const toHit = (row: Row, tiers: Hit['tiers']): Hit => ({
  documentId: row.document_id,
  title: row.title,
  publishedAt: row.published_at,
  datedOn: row.dated_on,
  validity: row.validity,
  tiers,
});

/** Every tier in one statement, a document in one row. */
export async function best(reader: Reader, tiers: Tiers, scope: Scope, most: number): Promise<Hit[]> {
  if (tiers.length === 0) return [];
  const asked = await Promise.all(tiers.map(({ expression }) => askFor(reader, expression, scope, most)));
  const rows = await reader.read<Row>(
    `select d.document_id, min(d.title) as title, ${PUBLISHED_AT}, min(d.dated_on)::text as dated_on,
            min(d.validity) as validity, array_agg(t.n::int order by t.n) as tiers
       from unnest($1::text[], $2::text[]) with ordinality as t(query, windows, n)
      cross join lateral search_newest(t.query::tsquery, t.windows::tsquery[], $3, $4::date, null, null, $5) as d
      group by d.document_id, d.published_at`,
    [
      asked.map(({ query }) => query),
      asked.map(({ windows }) => windows),
      scope.validity ?? null,
      scope.today,
      most,
    ],
  );
  return rows.map((row) =>
    toHit(
      row,
      row.tiers.flatMap((n) => tiers[n - 1]?.tier ?? []),
    ),
  );
}

export async function newest(
  reader: Reader,
  expression: Expression,
  scope: Scope,
  limit: number,
  after: After | null,
): Promise<Hit[]> {
  const { query, windows } = await askFor(reader, expression, scope, limit, after);
  const rows = await reader.read<Row>(
    `select d.document_id, d.title, ${PUBLISHED_AT}, d.dated_on::text, d.validity
       from search_newest($1::tsquery, $2::tsquery[], $3, $4::date, $5::timestamptz, $6, $7) as d
      order by d.published_at desc, d.document_id desc`,
    [
      query,
      windows,
      scope.validity ?? null,
      scope.today,
      after?.publishedAt ?? null,
      after?.documentId ?? null,
      limit,
    ],
  );
  return rows.map((row) => toHit(row, []));
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
