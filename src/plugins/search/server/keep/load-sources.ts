import type { Core } from '@strapi/strapi';
import { findDomain } from '../../../disclosure/server/domain/registry';
import { fromJson } from '../../../disclosure/server/read-model/json';
import { shanghaiDateOf } from '../../../disclosure/server/rules/dates';
import type { Transaction, Values } from '../../../disclosure/server/types';
import type { Standing } from '../index/search-index';
import type { Searchable } from '../terms/build-terms';
import { type FileText, fileTextsOf } from './file-texts';

/** A live publication with everything that its entry is made of. */
export type Source = Searchable & {
  documentId: string;
  type: string;
  domain: string;
  owner: string;
  kind: string;
  theme: string | null;
  datedOn: string;
  standing: Standing;
  fileTexts: readonly FileText[];
};

type Row = {
  document_id: string;
  type: string;
  domain: string;
  catalogue_item: string | null;
  kind: string;
  owner: string;
  owner_name: string;
  index_no: string;
  doc_no: string | null;
  title: string;
  abstract: string | null;
  theme: string | null;
  genre: string | null;
  validity: string | null;
  columns: string[];
  subject_id: string | null;
  formed_on: string | null;
  published_at: Date;
  summary: unknown;
  keywords: string | null;
  attributes: unknown;
  search_text: string;
  row_name: string | null;
};

/** Reads what is live of some publications; of the others nothing comes back. */
export async function loadSources(
  strapi: Core.Strapi,
  documentIds: readonly string[],
  trx: Transaction,
): Promise<Source[]> {
  const { rows } = await trx.raw(
    `select p.document_id, p.type, p.domain, p.catalogue_item, p.kind, p.owner, p.owner_name, p.index_no, p.doc_no, p.title,
            p.abstract, p.theme, p.genre, p.validity, p.columns, p.subject_id, p.formed_on::text, p.published_at, p.summary,
            p.detail->>'keywords' as keywords, p.detail->'attributes' as attributes, p.search_text,
            concat_ws(' ', i.level_1, i.level_2) as row_name
       from publications p left join disclosure_catalogue_items i on i.code = p.catalogue_item
      where p.document_id = any(?) and p.state = 'live'`,
    [[...documentIds]],
  );
  const live = rows as Row[];
  const files = await fileTextsOf(strapi, live, trx);
  return live.map((row) => toSource(strapi, row, files.get(row.document_id) ?? []));
}

function toSource(strapi: Core.Strapi, row: Row, fileTexts: readonly FileText[]): Source {
  const { document_id: documentId, type, domain, kind, owner, theme } = row;
  const about = [row.row_name, findDomain(strapi, domain)?.name, row.owner_name, row.abstract, row.keywords];
  return {
    ...{ documentId, type, domain, kind, owner, theme },
    title: row.title,
    numbers: [row.doc_no, row.index_no].filter((number): number is string => Boolean(number)),
    about: about.filter((text): text is string => Boolean(text)),
    body: [row.search_text, ...textsIn(fromJson(row.attributes))].join('\n'),
    files: fileTexts.map(({ text }) => text),
    fileTexts,
    publishedAt: row.published_at,
    datedOn: row.formed_on ?? shanghaiDateOf(row.published_at),
    standing: standingOf(fromJson<Values>(row.summary), row.validity),
    filters: {
      ...{ domain, kind, theme, type },
      department: owner,
      catalogueItem: row.catalogue_item,
      column: row.columns,
      genre: row.genre,
      indexNo: row.index_no,
      docNo: row.doc_no,
      subject: row.subject_id,
    },
  };
}

const day = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const standingOf = (summary: Values, validity: string | null): Standing => ({
  validity,
  effectiveOn: day(summary.effectiveOn),
  validUntil: day(summary.validUntil),
  amendedOn: day(summary.amendedOn),
  repealedOn: day(summary.repealedOn),
  lapsedOn: day(summary.lapsedOn),
});

/** The texts that stand in the fields of a kind: conditions and materials of a guide, the result of a decision. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}
