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
  'draft_versions',
] as const;

/** A fingerprint of every row that a write could change. */
export const snapshot = async (query: Sql): Promise<Record<string, string>> => (await look(query)).tables;

/** The fingerprint, and the last entry of the audit log, at one moment. */
async function look(query: Sql): Promise<{ tables: Record<string, string>; seq: number }> {
  const parts = TABLES.map(
    (table) =>
      `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t) as ${table}`,
  );
  const [row] = await query<Record<string, string>>(
    `select (select seq from audit_head) as seq, ${parts.join(', ')}`,
  );
  const { seq, ...tables } = row as Record<string, string>;
  return { tables, seq: Number(seq) };
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
  const before = await look(query);
  const result = await attempt();
  let after = await look(query);
  for (let tries = 0; tries < 50 && after.seq === before.seq; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    after = await look(query);
  }
  const entries = await auditSince(query, before.seq);
  expect({ changed: after.tables, audit: entries.map(summary) }).toEqual({
    changed: before.tables,
    audit: [`refused ${code}`],
  });
  return result;
}

const summary = ({ outcome, code }: AuditRow): string => `${outcome} ${code}`;
