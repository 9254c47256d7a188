import type { Knex } from 'knex';
import { fromJson } from '../read-model/json';
import { shanghaiInstant } from '../rules/dates';
import type { VerbName } from '../types';
import { VERB_TABLE } from '../verbs';

/** One thing that was done with a document. */
export type Step = {
  version: number;
  verb: string;
  label: string;
  editionNo: number | null;
  at: string;
  by: string | null;
  reason: string | null;
};

/** What was done with one document, at most: the newest. */
const MOST_STEPS = 1000;
/** The verbs that leave another text than before. */
const WRITES_TEXT: ReadonlySet<string> = new Set<VerbName>(['create', 'edit', 'clone', 'restore', 'discard']);

/** What was done with a document, oldest first, from the audit log. */
export async function findSteps(knex: Knex, documentId: string): Promise<Step[]> {
  const rows = await knex('audit_entries')
    .where({ document_id: documentId, outcome: 'done' })
    .orderBy('seq', 'desc')
    .limit(MOST_STEPS)
    .select('version', 'verb', 'edition_no', 'at', 'actor', 'reason');
  return rows.reverse().map((row) => ({
    version: Number(row.version),
    verb: row.verb,
    label: VERB_TABLE[row.verb as VerbName]?.label ?? row.verb,
    editionNo: row.edition_no,
    at: shanghaiInstant(row.at),
    by: fromJson<{ name?: string } | null>(row.actor)?.name ?? null,
    reason: row.reason,
  }));
}

/** Who saved the text that a working copy had as some version, and what became of it up to there. Pure. */
export function storyOf(steps: readonly Step[], version: number): { saved: Step | null; after: Step[] } {
  const until = steps.filter((step) => step.version <= version);
  const at = until.findLastIndex(({ verb }) => WRITES_TEXT.has(verb));
  return { saved: until[at] ?? null, after: until.slice(at + 1) };
}
