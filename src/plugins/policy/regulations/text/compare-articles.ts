import { diffSequence } from '../../../disclosure/shared/difference/diff-sequence';
import { diffWords, likeness } from '../../../disclosure/shared/difference/diff-words';
import { type Part, replaced } from '../../../disclosure/shared/difference/parts';
import { pairUp } from './pair-up';
import type { Article } from './parse-regulation';

/** same: word for word, at another number perhaps; changed: the same article in other words. */
export type ArticleChange = {
  kind: 'same' | 'renumbered' | 'changed' | 'added' | 'removed';
  from: string | null;
  to: string | null;
  chapter: string | null;
  parts: Part[];
};
export type Comparison = { counts: Record<ArticleChange['kind'], number>; articles: ArticleChange[] };

/**
 * Two versions of a regulation, article by article. What is word for word the same holds the texts together; in
 * between articles are paired by what they say, so that an inserted one does not make all later ones new. Pure.
 */
export function compareArticles(before: readonly Article[], after: readonly Article[]): Comparison {
  const articles = align(before.map(evenBrackets), after.map(evenBrackets)).map(([one, other]) =>
    describe(one, other),
  );
  const counts = { same: 0, renumbered: 0, changed: 0, added: 0, removed: 0 };
  for (const { kind } of articles) counts[kind] += 1;
  return { counts, articles };
}

/** Versions differ in how wide their brackets are typed: （一） and (一) are the same. */
const evenBrackets = (article: Article): Article => ({
  ...article,
  text: article.text.replaceAll('(', '（').replaceAll(')', '）'),
});

type Pair = readonly [Article | null, Article | null];

function align(before: readonly Article[], after: readonly Article[]): Pair[] {
  const runs = diffSequence(before.map(essence), after.map(essence)) ?? [
    { kind: 'removed' as const, members: before.map(essence) },
    { kind: 'added' as const, members: after.map(essence) },
  ];
  const pairs: Pair[] = [];
  let gap: { before: Article[]; after: Article[] } = { before: [], after: [] };
  let [left, right] = [0, 0];
  for (const { kind, members } of runs) {
    const length = members.length;
    if (kind === 'same') {
      pairs.push(...pairUp(gap.before, gap.after));
      gap = { before: [], after: [] };
      pairs.push(...members.map((_, at): Pair => [before[left + at] ?? null, after[right + at] ?? null]));
    }
    if (kind === 'removed') gap.before.push(...before.slice(left, left + length));
    if (kind === 'added') gap.after.push(...after.slice(right, right + length));
    if (kind !== 'added') left += length;
    if (kind !== 'removed') right += length;
  }
  return [...pairs, ...pairUp(gap.before, gap.after)];
}

/** What an article says, however it is spaced. */
const essence = ({ text }: Article): string => text.replace(/\s+/g, '');

function describe(before: Article | null, after: Article | null): ArticleChange {
  const from = before?.label ?? null;
  const to = after?.label ?? null;
  const chapter = (after ?? before)?.chapter ?? null;
  if (!before) return { kind: 'added', from, to, chapter, parts: replaced('', after?.text ?? '') };
  if (!after) return { kind: 'removed', from, to, chapter, parts: replaced(before.text, '') };
  if (essence(before) === essence(after)) {
    const parts: Part[] = [{ kind: 'same', text: after.text }];
    return { kind: from === to ? 'same' : 'renumbered', from, to, chapter, parts };
  }
  return { kind: 'changed', from, to, chapter, parts: wordsOf(before.text, after.text) };
}

/** Below this share in common word by word is harder to read than one text after the other. */
const LEAST_LIKENESS = 0.25;

function wordsOf(before: string, after: string): Part[] {
  const parts = diffWords(before, after);
  return parts && likeness(parts) >= LEAST_LIKENESS ? parts : replaced(before, after);
}
