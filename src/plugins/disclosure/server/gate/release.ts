import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import type { DocumentUid, Transaction, Values } from '../types';
import type { VerbContext } from '../verbs/verb';
import type { Issue } from './completeness';
import { lockDocument } from './session';

/** A document that becomes public with another one. */
export type Companion = { uid: DocumentUid; documentId: string };

export type Reading = { strapi: Core.Strapi; trx?: Transaction };

/** What a type asks for before a document of it becomes public, beyond the document itself. */
export type Release = {
  /** what stands in the way now */
  issues: (document: Values, reading: Reading) => Promise<Issue[]>;
  /** what becomes public in the same transaction, in this order */
  companions?: (document: Values, reading: Reading) => Promise<Companion[]>;
};

/** What stands in the way of publishing a document now, for a button that says so beforehand. */
export const findReleaseIssues = async (
  strapi: Core.Strapi,
  type: RegisteredType,
  document: Values,
): Promise<Issue[]> => (await type.manifest.release?.issues(document, { strapi })) ?? [];

/**
 * Sees that what must be public together is ready together, and holds the companions until the end of the
 * transaction. Before anything is written: documents are locked before rows.
 *
 * @returns the documents to publish with it
 * @throws DisclosureError INVALID_CONTENT with what is missing
 */
export async function assertReleasable(context: VerbContext): Promise<Companion[]> {
  const { type, draft, strapi, trx } = context;
  const { release } = type.manifest;
  if (!release) return [];
  const found = (await release.companions?.(draft, { strapi, trx })) ?? [];
  for (const documentId of found.map((companion) => companion.documentId).sort()) {
    await lockDocument(trx, documentId);
  }
  const issues = await release.issues(draft, { strapi, trx });
  if (issues.length > 0) {
    const message = `现在还不能发布：${issues.map((issue) => issue.message).join('；')}`;
    throw new DisclosureError('INVALID_CONTENT', message, { issues });
  }
  return (await release.companions?.(draft, { strapi, trx })) ?? [];
}
