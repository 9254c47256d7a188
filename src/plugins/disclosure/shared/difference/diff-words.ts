import { diffSequence } from './diff-sequence';
import { joinParts, type Part, replaced } from './parts';

/** Letters of both texts together up to which words are compared; longer ones are compared as a whole. */
export const MOST_LETTERS = 100_000;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a Chinese text, with the signs and spaces between them. */
export const wordsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** The difference of two texts, word by word; null where they are too long, or too different, for that. */
export function diffWords(before: string, after: string): Part[] | null {
  if (before === after || before === '' || after === '') return replaced(before, after);
  if (before.length + after.length > MOST_LETTERS) return null;
  const runs = diffSequence(wordsOf(before), wordsOf(after));
  return runs && joinParts(runs.map(({ kind, members }) => ({ kind, text: members.join('') })));
}

/** The share of a difference that is in both texts, 0 … 1. */
export function likeness(parts: readonly Part[]): number {
  const letters = (kinds: readonly Part['kind'][]) =>
    parts.reduce((sum, part) => sum + (kinds.includes(part.kind) ? part.text.length : 0), 0);
  const same = letters(['same']);
  const longer = same + Math.max(letters(['added']), letters(['removed']));
  return longer === 0 ? 1 : same / longer;
}
