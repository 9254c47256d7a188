import type { Sql } from '../../support';

/** What the tables say of a document, each on its own. */
export type Traces = {
  state: string;
  numbered: boolean;
  published_rows: number;
  editions: number;
  live: number;
  audited: number;
  announced: number;
};

/** The traces of the first publication of documents, by documentId. */
export async function tracesOf(query: Sql, documentIds: readonly string[]): Promise<Map<string, Traces>> {
  const rows = await query<Traces & { document_id: string }>(
    `select r.document_id, r.state, r.index_no is not null as numbered,
            (select count(*)::int from major_construction_projects_records p
              where p.document_id = r.document_id and p.published_at is not null and p.index_no = r.index_no) as published_rows,
            (select count(*)::int from editions e where e.document_id = r.document_id) as editions,
            (select count(*)::int from publications p
              where p.document_id = r.document_id and p.state = 'live' and p.index_no = r.index_no and p.edition_no = 1) as live,
            (select count(*)::int from audit_entries a
              where a.document_id = r.document_id and a.verb = 'publish' and a.outcome = 'done') as audited,
            (select count(*)::int from outbox o
              where o.document_id = r.document_id and o.topic = 'publication.published') as announced
       from major_construction_projects_records r
      where r.published_at is null and r.document_id = any($1)`,
    [documentIds],
  );
  return new Map(rows.map(({ document_id, ...traces }) => [document_id, traces]));
}

export const WHOLLY_PUBLISHED: Traces = {
  state: 'published',
  numbered: true,
  published_rows: 1,
  editions: 1,
  live: 1,
  audited: 1,
  announced: 1,
};

export const NOT_PUBLISHED: Traces = {
  state: 'approved',
  numbered: false,
  published_rows: 0,
  editions: 0,
  live: 0,
  audited: 0,
  announced: 0,
};

/** The running numbers of an organ's 索引号, in order. */
export async function numbersOf(query: Sql, organ: string): Promise<number[]> {
  const rows = await query<{ index_no: string }>('select index_no from publications where index_no like $1', [
    `${organ}/%`,
  ]);
  return rows.map((row) => Number(row.index_no.split('-').pop())).sort((a, b) => a - b);
}

export const gapless = (numbers: readonly number[]): number[] => numbers.map((_, index) => index + 1);
