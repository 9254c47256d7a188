import type { Values } from '../types';
import type { VerbContext } from '../verbs/verb';
import { loadParts } from './load-parts';

/** A document on its way to the public, with what its edition and its publication both need. */
export type Publishing = {
  document: Values;
  /** files and roster, by field */
  parts: Values;
  reason: string | null;
  /** 0 for what never was public */
  lastEditionNo: number;
  firstPublishedAt: Date | null;
};

/** Gathers it: one statement for its past, where it has one (its index number tells), and its parts. */
export async function gatherPublishing(
  context: VerbContext,
  document: Values,
  reason: string | null,
): Promise<Publishing> {
  const { trx, subject } = context;
  const past = subject.everPublic
    ? (
        await trx.raw(
          `select (select max(edition_no) from editions where document_id = :id) as edition_no,
                  (select first_published_at from publications where document_id = :id) as first_published_at`,
          { id: String(document.documentId) },
        )
      ).rows[0]
    : null;
  return {
    document,
    reason,
    parts: await loadParts(context, document),
    lastEditionNo: Number(past?.edition_no ?? 0),
    firstPublishedAt: past?.first_published_at ?? null,
  };
}
