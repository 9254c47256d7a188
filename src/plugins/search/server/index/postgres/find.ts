import type { Expression } from '../../query/expression';
import type { Tiers } from '../../query/tiers';
import type { After, Best, Hit, Scope, Seen } from '../search-index';
import { askFor } from './ask';
import type { Reader } from './reader';
import { toTsQuery } from './tsquery';
import { toArray } from './windows';

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

/** Of a tier: documents that match as far as it went, windows that it went through, milliseconds. */
type Way = readonly [matched: number, windowsDone: number, ms: number];

/**
 * Every tier in one statement, a document in one row. Rows without a document tell the way of each tier, in place of a title:
 * columns of their own would be read for every document.
 */
export async function best(reader: Reader, tiers: Tiers, scope: Scope, most: number): Promise<Best> {
  if (tiers.length === 0) return { hits: [], seen: null };
  const asked = await Promise.all(tiers.map(({ expression }) => askFor(reader, expression, scope, most)));
  const rows = await reader.read<Omit<Row, 'document_id'> & { document_id: string | null }>(
    `with d as materialized (
       select found.*, t.n::int
         from unnest($1::text[], $2::text[]) with ordinality as t(query, windows, n)
        cross join lateral search_newest(t.query::tsquery, t.windows::tsquery[], $3, $4::date, null, null, $5) as found
     )
     select d.document_id, min(d.title) as title, ${PUBLISHED_AT}, min(d.dated_on)::text as dated_on,
            min(d.validity) as validity, array_agg(d.n order by d.n) as tiers
       from d where d.document_id is not null group by d.document_id, d.published_at
     union all
     select null, json_build_array(matched, windows_done, milliseconds)::text, null, null, null, array[n] from d where document_id is null`,
    [
      asked.map(({ query }) => query),
      asked.map(({ windows }) => toArray(windows)),
      scope.validity ?? null,
      scope.today,
      most,
    ],
  );
  const hits = rows.flatMap(({ document_id: documentId, ...row }) =>
    documentId === null
      ? []
      : toHit(
          { ...row, document_id: documentId },
          row.tiers.flatMap((n) => tiers[n - 1]?.tier ?? []),
        ),
  );
  const last = rows.find((row) => row.document_id === null && row.tiers[0] === tiers.length);
  return { hits, seen: last ? seenOn(JSON.parse(last.title) as Way, asked.at(-1)?.windows ?? []) : null };
}

function seenOn([matched, windowsDone, ms]: Way, windows: readonly string[]): Seen {
  const rest = windows.slice(windowsDone);
  return { matched, rest: rest.length > 0 ? rest : null, ms };
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
      where d.document_id is not null
      order by d.published_at desc, d.document_id desc`,
    [
      query,
      toArray(windows),
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
