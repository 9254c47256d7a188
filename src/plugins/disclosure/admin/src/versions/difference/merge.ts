import { sameValue } from './values';

type Values = Record<string, unknown>;
type Field = { name: string; type: string };

/** What two people made of one text, by the names of fields. */
export type Merge = {
  /** changed by the other alone, by me alone, and by both of us differently */
  theirs: string[];
  mine: string[];
  both: string[];
};

/** Which of us changed which fields, since the text that both of us began with. Pure. */
export function compareChanges(
  fields: readonly Field[],
  { base, theirs, mine }: { base: Values; theirs: Values; mine: Values },
): Merge {
  const merge: Merge = { theirs: [], mine: [], both: [] };
  for (const { name, type } of fields) {
    const same = (one: Values, other: Values) => sameValue(type, one[name], other[name]);
    if (same(theirs, mine)) continue;
    if (same(base, mine)) merge.theirs.push(name);
    else if (same(base, theirs)) merge.mine.push(name);
    else merge.both.push(name);
  }
  return merge;
}

export type Side = 'mine' | 'theirs';

/**
 * The values with both people's changes: each field from the one who changed it and, where both did, from
 * the side that was chosen for it; without a choice, mine.
 */
export function mergeValues(
  merge: Merge,
  { theirs, mine }: { theirs: Values; mine: Values },
  chosen: Record<string, Side>,
): Values {
  const fromTheirs = [...merge.theirs, ...merge.both.filter((name) => chosen[name] === 'theirs')];
  return { ...mine, ...Object.fromEntries(fromTheirs.map((name) => [name, theirs[name] ?? null])) };
}
