import type { Core } from '@strapi/strapi';
import {
  decodeCursor,
  encodeCursor,
  listKey,
  type Position,
} from '../../../disclosure/server/read-model/cursor';
import type { SearchQuery } from '../../../disclosure/server/read-model/query-schema';
import { readConnection } from '../../../disclosure/server/replica/read-connection';
import type { SearchAnswer, SearchHit } from '../../../disclosure/server/search/port';
import type { Scope, SearchIndex } from '../index/search-index';
import { parseQuery, type Question } from '../query/parse-query';
import { vocabularyOf } from '../vocabulary/vocabulary';
import { type Answers, findAnswers } from './find-answers';
import { withLabels } from './labels';
import { byScore, rank } from './rank';
import { scopeOf } from './scope';
import { showHits } from './show';

/** Rounds in which a page is filled, where hits do not hold the phrases word for word. */
const ROUNDS = 3;

const HELP = {
  empty: '请用汉字、字母或数字检索，标点和符号不能单独检索',
  partly: '没有同时包含全部词语的信息，以下包含其中一部分',
  nothing: '没有找到。可以检查有没有错别字，换用更短或更常见的词，或去掉领域、部门、日期等条件再试',
} as const;

/** Answers a search: finds, ranks, shows, counts. */
export async function search(
  strapi: Core.Strapi,
  index: SearchIndex,
  query: SearchQuery,
): Promise<SearchAnswer> {
  const { cursor, limit, facets, count: _always, ...list } = query;
  const key = listKey(list);
  const after = cursor ? decodeCursor(cursor, key) : null;
  const vocabulary = await vocabularyOf(strapi);
  const question = parseQuery(query.q, vocabulary);
  const scope = await scopeOf(readConnection(strapi), query);
  const answers = await findAnswers(index, question, scope, query.sort === 'relevance');
  const pages =
    query.sort === 'newest' ? newestFirst(index, answers, scope) : bestFirst(answers, question, scope);
  const [{ data, next }, counted] = await Promise.all([
    fillPage(strapi, question, pages, after, limit),
    countAll(index, answers, scope, facets),
  ]);
  return {
    data,
    meta: {
      nextCursor: next ? encodeCursor(next, key) : null,
      total: counted.total,
      totalIsAtLeast: counted.atLeast,
      ...(counted.facets ? { facets: withLabels(strapi, counted.facets, vocabulary) } : {}),
      didYouMean: answers.didYouMean,
      help: helpFor(question, answers),
    },
  };
}

const helpFor = ({ units }: Question, { hits, isWhole }: Answers): string | null => {
  if (units.length === 0) return HELP.empty;
  if (hits.length === 0) return HELP.nothing;
  return isWhole ? null : HELP.partly;
};

async function countAll(
  index: SearchIndex,
  { expression, hits, isComplete, seen }: Answers,
  scope: Scope,
  wantsFacets: boolean,
) {
  if (wantsFacets && expression) return index.facets(expression, scope);
  if (!expression || isComplete) return { total: hits.length, atLeast: false, facets: undefined };
  return { ...(await index.count(expression, scope, seen)), facets: undefined };
}

/** Gives so many documents behind a place. */
type Pages = (after: Position | null, limit: number) => Promise<Position[]>;

const bestFirst = ({ hits }: Answers, question: Question, { today }: Scope): Pages => {
  const ranked = rank(hits, question, today);
  return async (after, limit) => {
    const place = after && { score: Number(after.value), documentId: after.id };
    const behind = place ? ranked.filter((hit) => byScore(place, hit) < 0) : ranked;
    return behind.slice(0, limit).map(({ score, documentId }) => ({ value: String(score), id: documentId }));
  };
};

const newestFirst =
  (index: SearchIndex, { expression }: Answers, scope: Scope): Pages =>
  async (after, limit) => {
    if (!expression) return [];
    const place = after && { publishedAt: after.value, documentId: after.id };
    const hits = await index.newest(expression, scope, limit, place);
    return hits.map(({ publishedAt, documentId }) => ({ value: publishedAt, id: documentId }));
  };

/** A page of what is still public and holds what was asked for word for word. */
async function fillPage(
  strapi: Core.Strapi,
  question: Question,
  pages: Pages,
  after: Position | null,
  limit: number,
): Promise<{ data: SearchHit[]; next: Position | null }> {
  const data: SearchHit[] = [];
  let place = after;
  for (let round = 0; round < ROUNDS; round++) {
    const wanted = limit - data.length;
    const found = await pages(place, wanted + 1);
    const page = found.slice(0, wanted);
    data.push(
      ...(await showHits(
        strapi,
        page.map(({ id }) => id),
        question,
      )),
    );
    place = page.at(-1) ?? place;
    if (found.length <= wanted) return { data, next: null };
    if (data.length >= limit) break;
  }
  return { data, next: place };
}
