import type { Hit, Scope, SearchIndex, Seen } from '../index/search-index';
import { any, type Expression } from '../query/expression';
import type { Question } from '../query/parse-query';
import { likeTitle, matching, someWords, type Tier, textTiers, titleTiers } from '../query/tiers';
import { looksLikeNumber } from '../text/document-numbers';
import { normaliseText } from '../text/normalise';
import { plainTitle } from '../text/title-core';
import { closePart } from './close-title';

/** Documents of each tier that are ranked, the newest: among more of them a rank says nothing. */
const RANKED = 120;

/** What answers a question, and how. */
export type Answers = {
  hits: readonly Hit[];
  /** what all of the answers have in common; null for a question that asks for nothing */
  expression: Expression | null;
  /** they are all that there are */
  isComplete: boolean;
  /** of all that the expression holds for, as far as somebody has looked; null: nobody has */
  seen: Seen | null;
  /** every word was found */
  isWhole: boolean;
  didYouMean: string | null;
};

/** As it was typed: whoever finds it so has made no mistake. */
const AS_TYPED: readonly Tier[] = ['number', 'wholeTitle', 'titlePhrase', 'phrase'];

/**
 * The best answers: to the question itself, then to one with a slip mended, then to a part of it.
 *
 * @param isRanked whether the order of the hits matters; by date it is enough to know that there are some
 */
export async function findAnswers(
  index: SearchIndex,
  question: Question,
  scope: Scope,
  isRanked: boolean,
): Promise<Answers> {
  const whole = matching(question);
  if (!isRanked && whole) {
    const some = await index.newest(whole, scope, 1, null);
    if (some.length > 0) {
      return {
        hits: some,
        expression: whole,
        isComplete: false,
        seen: null,
        isWhole: true,
        didYouMean: null,
      };
    }
  }
  const { hits, isComplete, seen } = await bestOf(index, question, scope);
  if (hits.some(({ tiers }) => tiers.some((tier) => AS_TYPED.includes(tier)))) {
    return { hits, expression: whole, isComplete, seen, isWhole: true, didYouMean: null };
  }
  const alike = await findAlike(index, question, scope);
  if (hits.length > 0 || alike.hits.length > 0) {
    const expression = alike.hits.length > 0 ? any([whole, alike.expression]) : whole;
    return {
      ...{ hits: joined(hits, alike.hits), expression, isComplete, isWhole: true },
      seen: alike.hits.length > 0 ? null : seen,
      didYouMean: alike.meant,
    };
  }
  for (const expression of someWords(question)) {
    const { hits: some, seen: way } = await index.best([{ tier: 'someWords', expression }], scope, RANKED);
    if (some.length > 0) {
      const isAll = some.length < RANKED;
      return { hits: some, expression, isComplete: isAll, seen: way, isWhole: false, didYouMean: null };
    }
  }
  return { hits: [], expression: whole, isComplete: true, seen: null, isWhole: true, didYouMean: null };
}

/** Where enough titles answer, nobody reads as far as the texts. */
async function bestOf(index: SearchIndex, question: Question, scope: Scope) {
  const { hits: titles } = await index.best(titleTiers(question), scope, RANKED);
  if (titles.length >= RANKED) return { hits: titles, isComplete: false, seen: null };
  const { hits: texts, seen } = await index.best(textTiers(question), scope, RANKED);
  // the last tier is everything that holds the words; what holds its number alone is none of it
  const isAll = !looksLikeNumber(question.segments.join(''));
  return { hits: joined(titles, texts), isComplete: texts.length < RANKED, seen: isAll ? seen : null };
}

/** Titles that were meant: but for one character they are what was typed. */
async function findAlike(index: SearchIndex, question: Question, scope: Scope) {
  const tiers = likeTitle(question);
  const typed = question.segments.map(plainTitle).sort((a, b) => b.length - a.length)[0] ?? '';
  const { hits: found } = await index.best(tiers, scope, RANKED);
  const close = found.flatMap((hit) => {
    const part = closePart(typed, plainTitle(normaliseText(hit.title)));
    return part ? [{ hit, part }] : [];
  });
  return {
    hits: close.map(({ hit }) => hit),
    expression: tiers[0]?.expression ?? null,
    meant: close[0]?.part ? question.segments.join(' ').replace(typed, close[0].part) : null,
  };
}

function joined(hits: readonly Hit[], more: readonly Hit[]): Hit[] {
  const byId = new Map(hits.map((hit) => [hit.documentId, hit]));
  for (const hit of more) {
    const known = byId.get(hit.documentId);
    byId.set(hit.documentId, known ? { ...known, tiers: [...known.tiers, ...hit.tiers] } : hit);
  }
  return [...byId.values()];
}
