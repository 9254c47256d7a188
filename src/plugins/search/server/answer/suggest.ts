import type { Core } from '@strapi/strapi';
import type { SuggestionQuery } from '../../../disclosure/server/read-model/query-schema';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Suggestion } from '../../../disclosure/server/search/port';
import type { SearchIndex } from '../index/search-index';
import { all, any, type Expression, term } from '../query/expression';
import { LEXEME } from '../terms/lexemes';
import { looksLikeNumber, structuredKey } from '../text/document-numbers';
import { initialsOf } from '../text/initials';
import { normaliseText } from '../text/normalise';
import { plainTitle } from '../text/title-core';
import { pairsOf, tokensOf } from '../text/tokens';
import { type Named, vocabularyOf } from '../vocabulary/vocabulary';

/** Documents among which the suggestions are chosen, the newest. */
const LOOKED_AT = 40;
/** Names of departments and domains, at most: titles are what most people look for. */
const NAMES = 3;
const LETTERS = /^[a-z][a-z0-9]+$/;

/** What a person may be about to type: titles, numbers, departments, domains. */
export async function suggest(
  strapi: Core.Strapi,
  index: SearchIndex,
  { q, limit }: SuggestionQuery,
): Promise<Suggestion[]> {
  const typed = plainTitle(normaliseText(q));
  if (tokensOf(typed).length === 0) return [];
  const { departments, domains, synonyms } = await vocabularyOf(strapi);
  const names = [
    ...named(departments, typed).map(({ code, name }) => suggestion('department', name, { code })),
    ...named(domains, typed).map(({ code, name }) => suggestion('domain', name, { code })),
  ].slice(0, NAMES);
  const documents = await suggestDocuments(
    strapi,
    index,
    normaliseText(q),
    synonyms.get(typed) ?? [typed],
    limit,
  );
  return [...names, ...documents].slice(0, limit);
}

const suggestion = (
  kind: Suggestion['kind'],
  text: string,
  of: { documentId?: string; code?: string },
): Suggestion => ({ kind, text, documentId: of.documentId ?? null, code: of.code ?? null });

const named = (all: readonly Named[], typed: string): Named[] =>
  all.filter(
    ({ names, initials }) =>
      names.some((name) => name.includes(typed)) ||
      (LETTERS.test(typed) && initials.some((letters) => letters.startsWith(typed))),
  );

async function suggestDocuments(
  strapi: Core.Strapi,
  index: SearchIndex,
  number: string,
  names: readonly string[],
  limit: number,
): Promise<Suggestion[]> {
  const scope = { filters: [], today: todayInShanghai() };
  const tiers = [
    { tier: 'number' as const, expression: numberExpression(number) },
    { tier: 'wholeTitle' as const, expression: any(names.map((name) => term(LEXEME.wholeTitle(name)))) },
    { tier: 'titlePhrase' as const, expression: any(names.map(titleExpression)) },
  ].flatMap(({ tier, expression }) => (expression ? [{ tier, expression }] : []));
  const { hits } = await index.best(tiers, scope, LOOKED_AT);
  const ids = hits.map(({ documentId }) => documentId);
  const rows = (await strapi.db
    .connection('publications')
    .whereIn('document_id', ids)
    .where('state', 'live')
    .select('document_id', 'title', 'doc_no')) as {
    document_id: string;
    title: string;
    doc_no: string | null;
  }[];
  const byNumber = new Set(
    hits.filter(({ tiers: [first] }) => first === 'number').map(({ documentId }) => documentId),
  );
  const found = rows
    .map(({ document_id: documentId, title, doc_no: docNo }) => ({
      documentId,
      text: byNumber.has(documentId) && docNo ? docNo : title,
      kind: byNumber.has(documentId) && docNo ? ('number' as const) : ('title' as const),
    }))
    .map((one) => ({ ...one, distance: Math.min(...names.map((name) => distance(one.text, name))) }))
    .filter((one) => one.kind === 'number' || one.distance < FAR)
    .sort((a, b) => a.distance - b.distance || a.text.length - b.text.length || (a.text < b.text ? -1 : 1));
  const texts = new Set<string>();
  return found
    .filter(({ text }) => !texts.has(text) && texts.add(text))
    .slice(0, limit)
    .map(({ kind, text, documentId }) => suggestion(kind, text, { documentId }));
}

function numberExpression(typed: string): Expression | null {
  if (!looksLikeNumber(typed)) return null;
  const key = structuredKey(typed);
  const tokens = all(tokensOf(typed).map((token) => term(LEXEME.number(token))));
  return any([key ? term(LEXEME.number(key)) : null, tokens]);
}

/** Part of a title, or of the first letters of its pinyin. */
function titleExpression(typed: string): Expression | null {
  const text = all(tokensOf(typed).map((token) => term(LEXEME.title(token))));
  if (!LETTERS.test(typed)) return text;
  return any([text, all(pairsOf(typed).map((pair) => term(LEXEME.initials(pair))))]);
}

const FAR = 9;

/** Titles that begin so come first, then those that hold it, then those whose letters do. */
function distance(title: string, typed: string): number {
  const plain = plainTitle(normaliseText(title));
  if (plain.startsWith(typed)) return 0;
  if (plain.includes(typed)) return 1;
  if (!LETTERS.test(typed)) return FAR;
  const letters = initialsOf(plain);
  if (letters.startsWith(typed)) return 2;
  return letters.includes(typed) ? 3 : FAR;
}
