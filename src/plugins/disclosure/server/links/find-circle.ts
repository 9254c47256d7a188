import type { Transaction } from '../types';

/**
 * Which of the documents that a source is about to decide on has, directly or through others, decided on the
 * source itself. Walks only what is linked, each document once.
 */
export async function findCircle(
  trx: Transaction,
  source: string,
  targets: readonly string[],
): Promise<string | null> {
  if (targets.length === 0) return null;
  const { rows } = (await trx.raw(
    `with recursive walk(start, at) as (
       select t, t from unnest(?::text[]) as t
       union
       select walk.start, link.target_id
         from walk join publication_links link
           on link.source_id = walk.at and link.relation in ('amends', 'repeals', 'lapses', 'confirms')
     )
     select start from walk where at = ? limit 1`,
    [[...targets], source],
  )) as { rows: { start: string }[] };
  return rows[0]?.start ?? null;
}
