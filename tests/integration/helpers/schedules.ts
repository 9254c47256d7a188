import type { Product } from './product';

/** Lets the instant of a schedule come, or be near, without waiting for it; every instance is told. */
export async function moveSchedule({ query }: Product, documentId: string, seconds: number): Promise<void> {
  await query('update schedules set publish_at = now() + make_interval(secs => $2) where document_id = $1', [
    documentId,
    seconds,
  ]);
  await query("select pg_notify('disclosure_wake', '')");
}

/** What happened to a document by one verb, from the audit log. */
export const auditOf = ({ query }: Product, documentId: string, verb: string) =>
  query<{ outcome: string; actor: { name: string; department: string }; reason: string | null }>(
    'select outcome, actor, reason from audit_entries where document_id = $1 and verb = $2 order by seq',
    [documentId, verb],
  );

/** Waits until something holds, at most so many milliseconds; fails after that. */
export async function until(what: string, holds: () => Promise<boolean>, ms = 10_000): Promise<number> {
  const begun = Date.now();
  while (!(await holds())) {
    if (Date.now() - begun > ms) throw new Error(`Waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return Date.now() - begun;
}
