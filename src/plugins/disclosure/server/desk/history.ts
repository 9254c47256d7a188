import type { Core } from '@strapi/strapi';
import { nameOfVerb } from '../audit/verb-names';
import { fromJson } from '../read-model/json';
import { shanghaiInstant } from '../rules/dates';
import type { DeskHistoryEntry } from './contract';

const SHOWN = 100;

function actorOf(value: unknown): { by: string | null; department: string | null } {
  const actor = fromJson<{ name?: string; department?: string } | null>(value);
  return { by: actor?.name ?? null, department: actor?.department ?? null };
}

/** What was done with a document, newest first, from the audit log. */
export async function findHistory(strapi: Core.Strapi, documentId: string): Promise<DeskHistoryEntry[]> {
  const rows = await strapi.db
    .connection('audit_entries')
    .where({ document_id: documentId })
    .orderBy('seq', 'desc')
    .limit(SHOWN)
    .select('at', 'verb', 'outcome', 'actor', 'reason');
  return rows.map(({ actor, ...row }) => ({
    at: shanghaiInstant(row.at),
    verb: row.verb,
    label: nameOfVerb(row.verb),
    outcome: row.outcome,
    ...actorOf(actor),
    reason: row.reason,
  }));
}
