import type { Line } from '../../../../shared/difference/parts';

/** Paragraphs left out because nothing changed in them or near them. */
export type Skipped = { skipped: number };

/** Unchanged paragraphs that are shown before and after a change. */
const AROUND = 1;

/** Leaves out what did not change, but for the paragraphs next to a change. */
export function foldLines(lines: readonly Line[]): (Line | Skipped)[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind === 'same') return;
    for (let at = index - AROUND; at <= index + AROUND; at += 1) near.add(at);
  });
  const folded: (Line | Skipped)[] = [];
  for (const [index, line] of lines.entries()) {
    const last = folded.at(-1);
    if (near.has(index)) folded.push(line);
    else if (last && 'skipped' in last) last.skipped += 1;
    else folded.push({ skipped: 1 });
  }
  return folded;
}
