import type { Core } from '@strapi/strapi';
import { refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { shanghaiInstant } from '../rules/dates';
import { isMember, watches } from '../rules/ownership';
import { type AuditRow, toEntry } from './rows';

type AuditQuery = { documentId?: string | undefined; limit: number; cursor?: string | undefined };

/** Whether a document is a department's now: with a transfer its whole history comes over. */
async function owns(strapi: Core.Strapi, department: string, documentId?: string): Promise<boolean> {
  if (!documentId) return false;
  const row = (await strapi.db
    .connection('audit_entries')
    .where({ document_id: documentId, outcome: 'done' })
    .orderBy('seq', 'desc')
    .first()) as AuditRow | undefined;
  if (!row) return false;
  const { verb, owner, details } = toEntry(row);
  return department === (verb === 'transfer' ? (details as { to?: string } | null)?.to : owner);
}

/**
 * Audit entries, newest first: all of them for the office and the auditors, those of her own
 * department's documents for everybody else.
 *
 * @throws DisclosureError NO_ACTOR
 */
export async function readAudit(strapi: Core.Strapi, { documentId, limit, cursor }: AuditQuery) {
  const actor = await resolveActor(strapi);
  const seesAll = watches(actor) || actor?.kind === 'administrator';
  if (!isMember(actor) && !seesAll) throw toError(refuse('NO_ACTOR'));
  const query = strapi.db
    .connection('audit_entries')
    .orderBy('seq', 'desc')
    .limit(limit + 1);
  if (documentId) query.where({ document_id: documentId });
  if (cursor) query.where('seq', '<', cursor);
  if (!seesAll && isMember(actor) && !(await owns(strapi, actor.department, documentId))) {
    query.where({ owner: actor.department });
  }
  const rows = (await query) as AuditRow[];
  const page = rows.slice(0, limit).map(toEntry);
  return {
    data: page.map((entry) => ({ ...entry, at: shanghaiInstant(new Date(entry.at)) })),
    meta: { nextCursor: rows.length > limit ? String(page.at(-1)?.seq) : null },
  };
}
