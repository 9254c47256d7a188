import { toDayNumber } from '../../../disclosure/server/rules/dates';
import type { Hit } from '../index/search-index';
import type { Question } from '../query/parse-query';
import type { Tier } from '../query/tiers';
import { normaliseText } from '../text/normalise';
import { plainTitle } from '../text/title-core';

export type Ranked = Hit & { score: number };

/** What an answer is worth: the number and the title before the body. */
const WORTH: Record<Tier, number> = {
  number: 100,
  wholeTitle: 90,
  titlePhrase: 60,
  titleWords: 45,
  likeTitle: 42,
  partlyTitle: 25,
  about: 18,
  phrase: 15,
  words: 8,
  someWords: 4,
};
/** A phrase says more the longer it is: a whole sentence stands in few documents. */
const PHRASE = { each: 3, from: 4, most: 40 };
/** What of the title the query names, and what of the query the title has. */
const TITLE = { covered: 20, share: 15 };
/** In force before what is not: a title that is not in force comes behind those that are. */
const STANDING: Record<string, number> = { 废止: -14, 失效: -14, 未生效: -2, 已修改: -6 };
/** New before old: half as much after so many years. */
const RECENCY = { most: 6, halfLife: 3 };

/** The hits in the order of their worth. Pure: on the same day the same hits have the same order. */
export function rank(hits: readonly Hit[], question: Question, today: string): Ranked[] {
  const day = toDayNumber(today);
  return hits
    .map((hit) => ({ ...hit, score: Math.round(scoreOf(hit, question, day) * 1e4) / 1e4 }))
    .sort(byScore);
}

type Place = Pick<Ranked, 'score' | 'documentId'>;

export const byScore = (a: Place, b: Place): number =>
  b.score - a.score || Number(a.documentId < b.documentId) - Number(a.documentId > b.documentId);

function scoreOf(hit: Hit, question: Question, today: number): number {
  const worth = Math.max(
    ...hit.tiers.map((tier) => WORTH[tier] + (tier === 'phrase' ? worthOfPhrase(question) : 0)),
  );
  const years = Math.max(0, today - toDayNumber(hit.datedOn)) / 365;
  return (
    worth +
    worthOfTitle(plainTitle(normaliseText(hit.title)), question) +
    (STANDING[hit.validity ?? ''] ?? 0) +
    RECENCY.most * 2 ** (-years / RECENCY.halfLife)
  );
}

function worthOfPhrase({ segments }: Question): number {
  const longest = Math.max(0, ...segments.map(({ length }) => length));
  return Math.min(PHRASE.most, Math.max(0, longest - PHRASE.from) * PHRASE.each);
}

function worthOfTitle(title: string, { units }: Question): number {
  const named = units.flatMap(({ alternatives }) => alternatives.find((text) => title.includes(text)) ?? []);
  if (named.length === 0) return 0;
  const characters = new Set<number>();
  for (const text of named) {
    const at = title.indexOf(text);
    for (let i = at; i < at + text.length; i++) characters.add(i);
  }
  return TITLE.covered * (characters.size / title.length) + TITLE.share * (named.length / units.length);
}
