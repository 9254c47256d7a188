import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { buttonOf } from '../desk/buttons';
import type { DeskVersion, DeskVersions } from '../desk/contract';
import { loadReadable, type Readable } from '../desk/readable';
import type { RegisteredType } from '../domain/registry';
import { findEditions, type PublicEdition } from '../read-model/find-editions';
import { VERB_TABLE } from '../verbs';
import { findSteps, type Step, storyOf } from './steps';

type DraftRow = { version: number; title: string | null };

/** More rows than are ever kept without having been submitted; those that were are few. */
const MOST_ROWS = 300;

/**
 * Every text that a document has or had, newest first: the working copy, its earlier versions, and the
 * editions that were public; with who, when and why.
 *
 * @throws DisclosureError NO_ACTOR, NOT_FOUND, NOT_OWNER
 */
export async function listVersions(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
): Promise<DeskVersions> {
  const readable = await loadReadable(strapi, type, documentId);
  const knex = strapi.db.connection;
  const [steps, rows, editions] = await Promise.all([
    findSteps(knex, documentId),
    findRows(knex, documentId),
    findEditions(knex, documentId),
  ]);
  const earlier = [
    ...rows.map((row) => describeDraft(row, steps)),
    ...editions.map((edition) => describeEdition(edition, steps)),
  ];
  return {
    versions: [
      describeCurrent(readable, steps),
      ...earlier.sort((a, b) => String(b.at ?? '').localeCompare(String(a.at ?? ''))),
    ],
    restore: restoreButton(readable),
  };
}

function findRows(knex: Knex, documentId: string): Promise<DraftRow[]> {
  return knex('draft_versions')
    .where({ document_id: documentId })
    .orderBy('version', 'desc')
    .limit(MOST_ROWS)
    .select('version', knex.raw("content->>'title' as title"));
}

export function describeCurrent({ draft, subject }: Readable, steps: readonly Step[]): DeskVersion {
  const title = typeof draft.title === 'string' ? draft.title : null;
  return { ...describeDraft({ version: subject.version, title }, steps), key: 'current', kind: 'current' };
}

export function describeDraft({ version, title }: DraftRow, steps: readonly Step[]): DeskVersion {
  const { saved, after } = storyOf(steps, version);
  return {
    key: `draft-${version}`,
    kind: 'draft',
    version,
    editionNo: null,
    title,
    at: saved?.at ?? null,
    by: saved?.by ?? null,
    steps: [...(saved ? [saved] : []), ...after].map(({ label }) => label),
    reason: [saved, ...after].findLast((step) => step?.reason)?.reason ?? null,
  };
}

export function describeEdition(edition: PublicEdition, steps: readonly Step[]): DeskVersion {
  const published = steps.find(({ editionNo }) => editionNo === edition.editionNo);
  return {
    key: `edition-${edition.editionNo}`,
    kind: 'edition',
    version: published?.version ?? null,
    editionNo: edition.editionNo,
    title: edition.title,
    at: edition.publishedAt,
    by: published?.by ?? null,
    steps: [published?.label ?? VERB_TABLE.publish.label],
    reason: edition.reason,
  };
}

const restoreButton = ({ actor, subject }: Readable): DeskVersions['restore'] =>
  buttonOf('restore', { actor, subject, responsible: [], issues: [] });
