import type { Core } from '@strapi/strapi';
import { fromJson } from '../../../disclosure/server/read-model/json';
import { present } from '../../../disclosure/server/read-model/present';
import { readConnection } from '../../../disclosure/server/replica/read-connection';
import type { SearchHit } from '../../../disclosure/server/search/port';
import type { Transaction } from '../../../disclosure/server/types';
import { fileTextsOf } from '../keep/file-texts';
import { textsIn } from '../keep/load-sources';
import type { Question } from '../query/parse-query';
import { normaliseText } from '../text/normalise';
import { markedWords, markText, passagesOf } from './highlight';

/** Characters of texts that are read for a page. */
const PAGE_TEXT = 2_400_000;
const MAX_TEXT = 120_000;

type Row = {
  document_id: string;
  type: string;
  summary: unknown;
  attributes: unknown;
  text: string;
  textless: string[] | null;
  files: number;
};

/**
 * Shows hits as they stand in the read model: what is no longer public is left out, and so is what does not hold
 * the phrases word for word.
 */
export async function showHits(
  strapi: Core.Strapi,
  documentIds: readonly string[],
  question: Question,
): Promise<SearchHit[]> {
  if (documentIds.length === 0) return [];
  const knex = readConnection(strapi);
  const most = Math.min(MAX_TEXT, Math.floor(PAGE_TEXT / documentIds.length));
  const asked = knex
    .raw(
      `select p.document_id, p.type, p.summary, p.detail->'attributes' as attributes, left(p.search_text, ?) as text, s.textless,
              jsonb_array_length(coalesce(nullif(p.detail->'attachments', 'null'), '[]')) as files
         from publications p left join search_documents s on s.document_id = p.document_id
        where p.document_id = any(?) and p.state = 'live'`,
      [most, [...documentIds]],
    )
    .options({ name: 'show hits' });
  const { rows } = (await asked) as unknown as { rows: Row[] };
  const byId = new Map(rows.map((row) => [row.document_id, row]));
  const live = documentIds.flatMap((id) => byId.get(id) ?? []);
  const words = markedWords(question);
  const shown = live.map((row) => ({ row, hit: show(row, words) }));
  // what does not stand in the text stands in a file
  const inFiles = shown.filter(
    ({ row, hit }) => row.files > 0 && (hit.highlight.passages.length === 0 || question.phrases.length > 0),
  );
  const files = await fileTextsOf(
    strapi,
    inFiles.map(({ row }) => row),
    knex as unknown as Transaction,
  );
  return shown.flatMap(({ row, hit }) => {
    const texts = files.get(row.document_id) ?? [];
    if (
      !holdsPhrases(
        [row.text, ...textsIn(fromJson(row.attributes)), ...texts.map(({ text }) => text)],
        question.phrases,
      )
    )
      return [];
    if (hit.highlight.passages.length > 0) return [hit];
    const passages = texts.flatMap(({ name, text }) =>
      passagesOf(text.slice(0, most), words).map((passage) => ({
        text: passage,
        source: 'attachment' as const,
        file: name,
      })),
    );
    return [{ ...hit, highlight: { ...hit.highlight, passages: passages.slice(0, 3) } }];
  });
}

function show({ summary, attributes, text, textless }: Row, words: readonly string[]): SearchHit {
  const publication = present(summary);
  const title = String(publication.title);
  return {
    ...publication,
    highlight: {
      title: markText(title, words),
      passages: passagesOf(
        [bodyOf(text, publication), ...textsIn(fromJson(attributes))].join('\n'),
        words,
      ).map((passage) => ({
        text: passage,
        source: 'body' as const,
        file: null,
      })),
    },
    attachmentsWithoutText: textless ?? [],
  };
}

/** The read model's text without what stands in the hit anyway: title, numbers, and an abstract that begins the body. */
function bodyOf(text: string, { title, docNo, indexNo, abstract }: Record<string, unknown>): string {
  let rest = text;
  for (const line of [title, docNo, indexNo]) {
    if (line && rest.startsWith(`${String(line)}\n`)) rest = rest.slice(String(line).length + 1);
  }
  const begun = `${String(abstract)}\n`;
  return abstract && rest.startsWith(begun) && rest.startsWith(String(abstract), begun.length)
    ? rest.slice(begun.length)
    : rest;
}

function holdsPhrases(texts: readonly string[], phrases: readonly string[]): boolean {
  if (phrases.length === 0) return true;
  const all = normaliseText(texts.join('\n'));
  return phrases.every((phrase) => all.includes(phrase));
}
