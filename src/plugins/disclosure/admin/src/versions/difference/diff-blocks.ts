import { diffSequence, type Run } from '../../../../shared/difference/diff-sequence';
import { diffWords, likeness, MOST_LETTERS } from '../../../../shared/difference/diff-words';
import { joinParts, type Line, type Part } from '../../../../shared/difference/parts';

/** The difference of two texts, block by block; `coarse`: not all of it could be compared word by word. */
export type BlockDifference = { lines: Line[]; coarse: boolean };

/** Two blocks that share less are one that went and one that came. */
const ALIKE = 0.3;

/**
 * Compares two texts block by block, and what changed inside of a block word by word. What is longer than
 * `MOST_LETTERS` in all is compared by blocks alone; what differs altogether, not even so.
 */
export function diffBlocks(before: readonly string[], after: readonly string[]): BlockDifference {
  const runs = diffSequence(before, after);
  if (!runs) {
    return { lines: [...wholes(before, 'removed'), ...wholes(after, 'added')], coarse: true };
  }
  const comparing = { letters: MOST_LETTERS, coarse: false };
  const lines: Line[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at] as Run;
    const next = runs[at + 1];
    if (run.kind === 'same' || !next || next.kind === 'same') {
      lines.push(...wholes(run.members, run.kind));
      continue;
    }
    const [removed, added] = run.kind === 'removed' ? [run, next] : [next, run];
    lines.push(...compareRuns(removed.members, added.members, comparing));
    at += 1;
  }
  return { lines, coarse: comparing.coarse };
}

type Comparing = { letters: number; coarse: boolean };

/** Blocks that went beside blocks that came: those alike, in their order, are one that changed. */
function compareRuns(removed: readonly string[], added: readonly string[], comparing: Comparing): Line[] {
  const lines: Line[] = [];
  const most = Math.max(removed.length, added.length);
  for (let at = 0; at < most; at += 1) {
    const before = removed[at];
    const after = added[at];
    const parts = before && after ? compareWords(before, after, comparing) : null;
    if (parts) lines.push({ kind: 'changed', parts });
    else {
      lines.push(...wholes(before ? [before] : [], 'removed'), ...wholes(after ? [after] : [], 'added'));
    }
  }
  return lines;
}

function compareWords(before: string, after: string, comparing: Comparing): Part[] | null {
  const letters = before.length + after.length;
  const parts = letters > comparing.letters ? null : diffWords(before, after);
  if (!parts) {
    comparing.coarse = true;
    return null;
  }
  comparing.letters -= letters;
  return likeness(parts) >= ALIKE ? parts : null;
}

const wholes = (blocks: readonly string[], kind: Part['kind']): Line[] =>
  blocks.map((text) => ({ kind, parts: joinParts([{ kind, text }]) }));
