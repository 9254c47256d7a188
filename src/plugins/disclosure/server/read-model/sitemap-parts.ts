import type { Knex } from 'knex';

/** Where a part begins: documents stand in the order in which they first became public. */
export type PartStart = { at: string; id: string };

/**
 * Documents a part. The protocol takes 50,000; what is brought in later with an early date makes its part
 * longer, and there is room for it.
 */
export const PER_PART = 10_000;
/** … and no more than the protocol takes. */
const MOST = 50_000;

/**
 * The start of the part after the one that begins at `after`; null while that part is not full. Withdrawn
 * documents count, so a withdrawal moves no part.
 *
 * @param after null: the first part begins with the first document
 */
async function nextStart(knex: Knex, after: PartStart | null, size: number): Promise<PartStart | null> {
  const rows = knex('publications')
    .orderBy([{ column: 'first_published_at' }, { column: 'document_id' }])
    .select('document_id as id', knex.raw('first_published_at::text as at'));
  if (after)
    rows.whereRaw('(first_published_at, document_id) >= (?::text::timestamptz, ?)', [after.at, after.id]);
  return ((await rows.offset(after ? size : 0).first()) as PartStart | undefined) ?? null;
}

/** Starts of all parts, found by walking the index; continues from those that are known. */
export async function findPartStarts(
  knex: Knex,
  known: readonly PartStart[] = [],
  size = PER_PART,
): Promise<PartStart[]> {
  const starts = [...known];
  for (;;) {
    const next = await nextStart(knex, starts.at(-1) ?? null, size);
    if (!next) return starts;
    starts.push(next);
  }
}

export type SitemapEntry = { documentId: string; url: string; changedAt: Date };

/** The live documents of a part: one statement that walks the index from its start to the next one. */
export async function readPart(
  knex: Knex,
  start: PartStart,
  end: PartStart | undefined,
): Promise<SitemapEntry[]> {
  const rows = knex('publications')
    .where('state', 'live')
    .whereRaw('(first_published_at, document_id) >= (?::text::timestamptz, ?)', [start.at, start.id])
    .orderBy([{ column: 'first_published_at' }, { column: 'document_id' }])
    .limit(MOST)
    .select('document_id', 'published_at', knex.raw("summary->>'url' as url"));
  if (end) rows.whereRaw('(first_published_at, document_id) < (?::text::timestamptz, ?)', [end.at, end.id]);
  return ((await rows) as { document_id: string; published_at: Date; url: string }[]).map((row) => ({
    documentId: row.document_id,
    url: row.url,
    changedAt: row.published_at,
  }));
}
