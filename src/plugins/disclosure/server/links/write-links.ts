import type { Transaction } from '../types';
import type { VerbContext } from '../verbs/verb';
import { announceStanding } from './announce-standing';
import { assertLinks } from './check-links';
import type { DocumentLink } from './relations';
import { settleStanding } from './settle-standing';

/**
 * One writer of links at a time, taken before any row is written: two documents that are published at once
 * cannot close a circle, nor wait for each other's rows.
 */
const lockLinks = (trx: Transaction): Promise<unknown> =>
  trx.raw("select pg_advisory_xact_lock(hashtextextended('publication-links', 0))");

/** Whether documents of the type name others, or can be changed by others. */
const isLinked = ({ type }: Pick<VerbContext, 'type'>): boolean =>
  type.manifest.linksOf !== undefined || type.fields.effectiveOn !== undefined;

/** Takes the lock for a document that may have links, before its own row is written. */
export async function lockLinksOf(context: Pick<VerbContext, 'type' | 'trx'>): Promise<void> {
  if (isLinked(context)) await lockLinks(context.trx);
}

/** Before a document becomes public: its links are still possible, and stay so until the end of the transaction. */
export async function prepareLinks(context: VerbContext): Promise<void> {
  const { type, draft, subject } = context;
  await lockLinksOf(context);
  const links = type.manifest.linksOf?.(draft) ?? [];
  await assertLinks(context, { documentId: subject.documentId, owner: String(subject.owner) }, links);
}

/**
 * Puts the links of a document that has become public in the place of its earlier ones; what its targets, old
 * and new, and the document itself are by others follows.
 */
export async function writeLinks(context: VerbContext, document: VerbContext['draft']): Promise<void> {
  if (!isLinked(context)) return;
  const source = String(context.subject.documentId);
  await replaceLinks(context, source, context.type.manifest.linksOf?.(document) ?? [], [source]);
}

/** Takes back what a withdrawn document did. */
export async function removeLinks(context: VerbContext): Promise<void> {
  if (!isLinked(context)) return;
  await replaceLinks(context, String(context.subject.documentId), [], []);
}

async function replaceLinks(
  context: VerbContext,
  source: string,
  links: readonly DocumentLink[],
  own: readonly string[],
): Promise<void> {
  const { trx } = context;
  const before: { target_id: string }[] = await trx('publication_links')
    .where({ source_id: source })
    .delete()
    .returning('target_id');
  if (links.length > 0) {
    await trx('publication_links').insert(
      links.map(({ relation, target, on }, position) => ({
        source_id: source,
        target_id: target,
        relation,
        on_day: on,
        position,
      })),
    );
  }
  const touched = new Set([
    ...own,
    ...before.map((link) => link.target_id),
    ...links.map(({ target }) => target),
  ]);
  const changed = await settleStanding(trx, [...touched]);
  await announceStanding(
    context,
    changed.filter(({ documentId }) => documentId !== source),
  );
}
