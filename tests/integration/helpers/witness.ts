import type { Sql } from '../../support';

/** Everything that a refusal must leave as it was. */
const TABLES = [
  'major_construction_projects_projects',
  'major_construction_projects_records',
  'publications',
  'editions',
  'outbox',
  'index_number_sequences',
  'disclosure_responsibilities',
] as const;

/** A fingerprint of every row that a write could change. */
export async function snapshot(query: Sql): Promise<Record<string, string>> {
  const parts = TABLES.map(
    (table) =>
      `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t) as ${table}`,
  );
  const [row] = await query<Record<string, string>>(`select ${parts.join(', ')}`);
  return row as Record<string, string>;
}

export type AuditRow = {
  seq: number;
  verb: string;
  outcome: string;
  code: string | null;
  document_id: string | null;
};

export async function lastSeq(query: Sql): Promise<number> {
  const [row] = await query<{ seq: string }>('select seq from audit_head');
  return Number(row?.seq);
}

export const auditSince = (query: Sql, seq: number): Promise<AuditRow[]> =>
  query<AuditRow>(
    'select seq::int, verb, outcome, code, document_id from audit_entries where seq > $1 order by seq',
    [seq],
  );

/**
 * Runs an attempt that must be refused, and checks what every refusal owes: nothing changed, and one
 * entry with its code in the audit log. The entry may come a moment later, where the attempt was part
 * of a larger transaction.
 */
export async function expectRefusal<T>(query: Sql, code: string, attempt: () => Promise<T>): Promise<T> {
  const [before, seq] = await Promise.all([snapshot(query), lastSeq(query)]);
  const result = await attempt();
  for (let tries = 0; tries < 50 && (await lastSeq(query)) === seq; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect({ changed: await snapshot(query), audit: (await auditSince(query, seq)).map(summary) }).toEqual({
    changed: before,
    audit: [`refused ${code}`],
  });
  return result;
}

const summary = ({ outcome, code }: AuditRow): string => `${outcome} ${code}`;
