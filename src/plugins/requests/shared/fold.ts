/** A text as it is searched: one form of each character, no spaces, nothing invisible; each with its place in the original. */
export type Folded = { text: string; from: number[]; to: number[] };

const IGNORED = /[\s\p{Cf}\p{Cc}\p{Mn}]/u;

/**
 * Folds a text so that a search finds what a reader reads: full-width and half-width forms, capitals and small letters are
 * the same, and no space, line or zero-width character hides anything between two others.
 */
export function fold(text: string): Folded {
  const folded: Folded = { text: '', from: [], to: [] };
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    for (const unit of character.normalize('NFKC').toLowerCase()) {
      if (IGNORED.test(unit)) continue;
      for (let i = 0; i < unit.length; i += 1) {
        folded.from.push(at);
        folded.to.push(end);
      }
      folded.text += unit;
    }
    at = end;
  }
  return folded;
}

/** A part of a text, from its first character to behind its last. */
export type Range = { start: number; end: number };

/** Where a text stands in another, in its order. */
export function occurrences(folded: Folded, wanted: string): Range[] {
  const { text } = fold(wanted);
  const found: Range[] = [];
  if (text === '') return found;
  for (let at = folded.text.indexOf(text); at >= 0; at = folded.text.indexOf(text, at + text.length)) {
    found.push({ start: folded.from[at] as number, end: folded.to[at + text.length - 1] as number });
  }
  return found;
}

export const countIn = (text: string, wanted: string): number => occurrences(fold(text), wanted).length;
