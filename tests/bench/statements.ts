import type { Core } from '@strapi/strapi';

/** Counts the SQL statements, and the time spent in them, while work runs. */
export async function countStatements(
  strapi: Core.Strapi,
  work: () => Promise<unknown>,
): Promise<Map<string, { count: number; ms: number }>> {
  const found = new Map<string, { count: number; ms: number }>();
  const started = new Map<string, number>();
  const knex = strapi.db.connection;
  const onQuery = ({ __knexQueryUid: uid }: { __knexQueryUid: string }) =>
    started.set(uid, performance.now());
  const onResponse = (
    _result: unknown,
    { __knexQueryUid: uid, sql }: { __knexQueryUid: string; sql: string },
  ) => {
    const name = shape(sql);
    const entry = found.get(name) ?? { count: 0, ms: 0 };
    entry.count += 1;
    entry.ms += performance.now() - (started.get(uid) ?? performance.now());
    found.set(name, entry);
  };
  knex.on('query', onQuery);
  knex.on('query-response', onResponse);
  try {
    await work();
  } finally {
    knex.removeListener('query', onQuery);
    knex.removeListener('query-response', onResponse);
  }
  return found;
}

/** One line: how many statements, and of which kinds. */
export function describeStatements(found: Map<string, { count: number; ms: number }>): string {
  const all = [...found.entries()].sort(([, a], [, b]) => b.count - a.count);
  const total = all.reduce((sum, [, { count }]) => sum + count, 0);
  return `${total} statements: ${all.map(([name, { count }]) => `${count} ${name}`).join(', ')}`;
}

/** The kind of a statement: its verb and its table. */
function shape(sql: string): string {
  const [verb = ''] = sql.trim().split(/\s+/);
  const table = /(?:from|into|update|join)\s+(?:"\w+"\.)?"?(\w+)"?/i.exec(sql)?.[1] ?? '';
  return `${verb.toLowerCase().replace(';', '')} ${table || sql.slice(0, 60)}`.trim();
}
