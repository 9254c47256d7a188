import type { Fields } from '../../domain/field';
import type { PublicFile } from '../../read-model/public-content';
import type { Values } from '../../types';
import type { Block, Labelled, OfficialDocument } from './model';
import { textOfRuns } from './model';
import { readBody } from './read-body';

export type CopySource = {
  /** a live publication with its details */
  publication: Values;
  /** the fields that only its type or kind has */
  attributes: Fields;
  /** address of the site, without a slash at its end; empty where it is not set up */
  siteUrl: string;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const day = (value: unknown): string => text(value).slice(0, 10);

/** A publication as the document that its copies are made from. Pure. */
export function describePublication({ publication, attributes, siteUrl }: CopySource): OfficialDocument {
  const title = text(publication.title);
  const docNo = text(publication.docNo) || null;
  return {
    title,
    docNo,
    head: written([
      ['索引号', text(publication.indexNo)],
      ['公开机构', text(publication.ownerName)],
      ['成文日期', day(publication.formedOn)],
      ['公开日期', day(publication.publishedAt)],
    ]),
    fields: describeFields(publication, attributes),
    blocks: withoutTitle(readBody(text(publication.body)), title),
    notes: notesOf(publication, siteUrl),
  };
}

const written = (lines: [string, string][]): Labelled[] =>
  lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));

/** The structured fields that can be read on paper, by their Chinese names. */
export function describeFields(publication: Values, fields: Fields): Labelled[] {
  const own = (publication.attributes ?? {}) as Values;
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = own[name] ?? publication[name];
    // codes that a list of the server explains, shapes of the panel, files: not for paper
    if (value === null || value === undefined || value === '' || field.source) return [];
    if (!['string', 'text', 'choice', 'date', 'integer', 'decimal'].includes(field.type)) return [];
    const choice = field.choices?.find((known) => known.value === value);
    return [{ label: field.label, value: choice?.label ?? String(value) }];
  });
}

/** A body that begins with its own title has it once. */
function withoutTitle(blocks: readonly Block[], title: string): Block[] {
  const [first, ...rest] = blocks;
  const squeezed = (words: string) => words.replace(/\s+/g, '');
  const isTitle = first?.kind === 'paragraph' && squeezed(textOfRuns(first.runs)) === squeezed(title);
  return isTitle ? rest : [...blocks];
}

function notesOf(publication: Values, siteUrl: string): string[] {
  const files = (publication.attachments ?? []) as PublicFile[];
  const roster = publication.roster ? ['名单见网页'] : [];
  return [
    ...files.map(({ name }, at) => `附件${files.length > 1 ? at + 1 : ''}：${name}（见网页）`),
    ...roster,
    `来源：${siteUrl}${text(publication.url)}　第${String(publication.editionNo)}版。内容和有效性以网页公开的为准。`,
  ];
}
