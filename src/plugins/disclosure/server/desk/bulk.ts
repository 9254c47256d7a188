import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError, refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { findIssues, type Issue } from '../gate/completeness';
import { findReleaseIssues } from '../gate/release';
import { toSubject } from '../gate/working-copy';
import { allDepartments } from '../reference-data/departments';
import { STATE_NAMES } from '../rules/decide';
import { isMember, mayRead } from '../rules/ownership';
import type { Actor, Subject, Values } from '../types';
import { buttonOf } from './buttons';
import type { DeskBulkDocument, DeskBulkVerb } from './contract';

/** The steps that may be taken with several documents at once; the others want a look at each. */
const BULK_VERBS = ['submit', 'approve', 'publish', 'return'] as const satisfies readonly DeskBulkVerb[];

/** Documents at once, at most: as many as a page of a list shows. */
export const BULK_MAX = 100;

const bulkSchema = z.strictObject({
  documentIds: z.array(z.string().min(1).max(64)).min(1).max(BULK_MAX),
});

/** @throws DisclosureError INVALID_INPUT */
export function parseBulkInput(body: unknown): string[] {
  const result = bulkSchema.safeParse(body ?? {});
  if (!result.success) throw new DisclosureError('INVALID_INPUT', `请选择1至${BULK_MAX}件信息`);
  return [...new Set(result.data.documentIds)];
}

/**
 * What a person may do with each of several documents, and why not; those that she may not see are left
 * out. Three statements, however many documents; where a type asks for more before it becomes public, a few for
 * each of those that wait for it.
 *
 * @throws DisclosureError NO_ACTOR
 */
export async function viewBulk(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentIds: readonly string[],
): Promise<DeskBulkDocument[]> {
  const actor = await resolveActor(strapi);
  if (!isMember(actor)) throw toError(refuse('NO_ACTOR'));
  const where = { documentId: { $in: [...documentIds] }, publishedAt: null };
  const [drafts, live, departments] = await Promise.all([
    strapi.db.query(type.uid).findMany({ where, limit: BULK_MAX }) as Promise<Values[]>,
    liveAmong(strapi, documentIds),
    allDepartments(strapi),
  ]);
  const regulators = new Map(departments.map(({ code, regulator }) => [code, regulator]));
  const found = new Map(drafts.map((draft) => [String(draft.documentId), draft]));
  const described = documentIds.map(async (documentId) => {
    const draft = found.get(documentId);
    if (!draft) return [];
    const subject = toSubject(type, draft, live.has(documentId));
    const reviewedBy = type.manifest.reviewedBy ?? (regulators.get(String(subject.owner)) || subject.owner);
    const complete = { ...subject, reviewedBy };
    if (!mayRead(actor, complete)) return [];
    const waits = complete.state === 'approved' ? await findReleaseIssues(strapi, type, draft) : [];
    return [describe(type, actor, complete, draft, waits)];
  });
  return (await Promise.all(described)).flat();
}

async function liveAmong(strapi: Core.Strapi, documentIds: readonly string[]): Promise<Set<string>> {
  const rows = await strapi.db
    .connection('publications')
    .where('state', 'live')
    .whereIn('document_id', [...documentIds])
    .select('document_id');
  return new Set(rows.map((row) => String(row.document_id)));
}

function describe(
  type: RegisteredType,
  actor: Actor,
  subject: Subject,
  draft: Values,
  releaseIssues: Issue[],
): DeskBulkDocument {
  const issues = findIssues(type, draft, new Date());
  return {
    documentId: String(subject.documentId),
    title: draft.title ? String(draft.title) : null,
    version: subject.version,
    stateName: STATE_NAMES[subject.state ?? 'draft'],
    verbs: BULK_VERBS.map((verb) => {
      const { label, allowed, why } = buttonOf(verb, {
        actor,
        subject,
        responsible: [],
        issues,
        releaseIssues,
      });
      return { verb, label, allowed, why };
    }),
  };
}
