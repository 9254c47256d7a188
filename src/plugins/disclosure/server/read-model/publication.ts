import { canonicalJson, sha256 } from '../audit/chain';
import type { RegisteredType } from '../domain/registry';
import { describeRoster } from '../rosters/describe';
import { shanghaiInstant } from '../rules/dates';
import { textOf } from '../rules/sanitise-body';
import { IN_FORCE } from '../rules/validity';
import type { Values } from '../types';
import { publicContent } from './public-content';

const ABSTRACT_LENGTH = 120;

/** Fields of a record that a detail tells and a list does not. */
export const DETAIL_FIELDS = [
  'keywords',
  'audience',
  'level',
  'disclosureMode',
  'decisionType',
  'decidedOn',
] as const;

/** Everything of a publication but its life (state, withdrawal): the row that is written. */
export type PublicationRow = Record<string, unknown> & { document_id: string; owner: string; etag: string };

export type PublicationInput = {
  type: RegisteredType;
  document: Values;
  /** its files and its roster, by field */
  parts: Values;
  ownerName: string;
  columns: { leaves: string[]; all: string[] };
  editionNo: number;
  publishedAt: Date;
  firstPublishedAt: Date;
};

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Builds the row of the read model: scalars to filter by, finished JSON to answer with. Pure. */
export function buildPublication(input: PublicationInput): PublicationRow {
  const { type, document, ownerName, columns, editionNo, publishedAt, firstPublishedAt } = input;
  const content = publicContent(type, document, input.parts);
  const place = type.manifest.placeOf?.(document) ?? { subjectId: null, facet: null, item: null };
  const documentId = String(document.documentId);
  const effectiveOn = text(document.effectiveOn);
  const body = typeof content.body === 'string' ? textOf(content.body) : '';
  const abstract = text(content.abstract) ?? (body ? body.slice(0, ABSTRACT_LENGTH) : null);
  const summary = {
    documentId,
    type: type.uid,
    domain: type.domain.slug,
    catalogueItem: text(document.catalogueItem),
    kind: text(document.kind) ?? type.manifest.kind ?? type.manifest.singular,
    owner: String(document.owner),
    ownerName,
    indexNo: String(document.indexNo),
    docNo: text(document.docNo),
    title: String(document.title),
    abstract,
    formedOn: text(document.formedOn),
    publishedAt: shanghaiInstant(publishedAt),
    columns: columns.leaves,
    url: `/api/disclosure/publications/${documentId}`,
    theme: text(document.theme),
    genre: text(document.genre),
    // with days of its own it is in force until one of them says otherwise (present.ts)
    validity: text(document.validity) ?? (effectiveOn ? IN_FORCE : null),
    effectiveOn,
    validUntil: text(document.validUntil),
    // written by other documents (links/settle-standing.ts)
    amendedOn: null,
    repealedOn: null,
    lapsedOn: null,
    ...place,
  };
  const detail = {
    body: content.body ?? null,
    attachments: content.attachments ?? [],
    roster: describeRoster(type, content, documentId),
    editionNo,
    firstPublishedAt: shanghaiInstant(firstPublishedAt),
    dueOn: text(document.dueOn),
    ...Object.fromEntries(DETAIL_FIELDS.map((name) => [name, text(content[name])])),
    attributes: ownAttributes(type, content),
  };
  return {
    document_id: documentId,
    type: summary.type,
    domain: summary.domain,
    catalogue_item: summary.catalogueItem,
    kind: summary.kind,
    owner: summary.owner,
    owner_name: ownerName,
    index_no: summary.indexNo,
    doc_no: summary.docNo,
    title: summary.title,
    abstract,
    theme: summary.theme,
    genre: summary.genre,
    validity: summary.validity,
    columns: columns.all,
    subject_id: place.subjectId,
    facet: place.facet,
    item: place.item,
    formed_on: summary.formedOn,
    due_on: detail.dueOn,
    effective_on: effectiveOn,
    valid_until: summary.validUntil,
    take_down_on: text(document.takeDownOn),
    published_at: publishedAt,
    first_published_at: firstPublishedAt,
    edition_no: editionNo,
    summary: JSON.stringify(summary),
    detail: JSON.stringify(detail),
    search_text: [summary.title, summary.docNo, summary.indexNo, abstract, body].filter(Boolean).join('\n'),
    etag: sha256(canonicalJson({ summary, detail })).slice(0, 32),
  };
}

/** The fields that only this type or this kind of entry has, as entered. */
function ownAttributes(type: RegisteredType, content: Values): Values {
  const told = new Set<string>(['title', 'effectiveOn', 'validUntil', ...DETAIL_FIELDS]);
  return Object.fromEntries(
    Object.keys(type.attributes)
      .filter((name) => !told.has(name) && content[name] !== null && content[name] !== undefined)
      .map((name) => [name, content[name]]),
  );
}
