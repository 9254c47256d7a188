import { fold, occurrences, type Range } from '../../../shared/fold';

/** What is to be removed: a text, everywhere or in the places named by their number (from 0, in the order of the file). */
export type Removal = { text: string; only?: number[] | undefined };

/** Counts the places of a text through several parts of a file. */
export class Chosen {
  private seen = new Map<string, number>();
  private taken = new Map<string, number>();

  constructor(private readonly removals: readonly Removal[]) {}

  /** The ranges of a part that are to be removed, merged and in order. Parts come in the order of the file. */
  rangesIn(text: string): Range[] {
    const folded = fold(text);
    const ranges = this.removals.flatMap((removal) => {
      const found = occurrences(folded, removal.text);
      const before = this.seen.get(removal.text) ?? 0;
      this.seen.set(removal.text, before + found.length);
      const chosen = found.filter((_range, i) => !removal.only || removal.only.includes(before + i));
      this.taken.set(removal.text, (this.taken.get(removal.text) ?? 0) + chosen.length);
      return chosen;
    });
    return merged(ranges);
  }

  /** Texts of which nothing was found to remove. */
  get missing(): string[] {
    return this.removals.filter(({ text }) => !this.taken.get(text)).map(({ text }) => text);
  }

  /** How often a text may still stand in the copy. */
  left(text: string): number {
    return (this.seen.get(text) ?? 0) - (this.taken.get(text) ?? 0);
  }
}

function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}
