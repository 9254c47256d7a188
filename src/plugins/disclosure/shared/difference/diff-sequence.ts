import { diffArrays } from 'diff';

/** A run of members of two lists: in both, only in the later one, or only in the earlier one. */
export type Run = { kind: 'same' | 'added' | 'removed'; members: string[] };

/** Edits that are looked for before two lists count as altogether different: bounds time and memory. */
export const MOST_EDITS = 2000;

/**
 * What has to be done with one list to get another; null where that would take more than `MOST_EDITS`. What
 * they have in common at both ends costs nothing.
 */
export function diffSequence(before: readonly string[], after: readonly string[]): Run[] | null {
  const head = commonLength(before, after);
  const rest = Math.min(before.length, after.length) - head;
  const tail = Math.min(rest, commonLength([...before].reverse(), [...after].reverse()));
  const middle = diffArrays(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
    { maxEditLength: MOST_EDITS },
  );
  if (!middle) return null;
  const runs: Run[] = [
    { kind: 'same', members: before.slice(0, head) },
    ...middle.map(
      ({ added, removed, value }): Run => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        members: value,
      }),
    ),
    { kind: 'same', members: before.slice(before.length - tail) },
  ];
  return runs.filter(({ members }) => members.length > 0);
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}
