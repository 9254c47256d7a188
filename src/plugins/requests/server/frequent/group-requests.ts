import { ALIKE } from '../reads/near';

/** A granted request as far as it is compared. */
export type Granted = {
  id: string;
  applicantKey: string;
  traces: readonly string[];
  /** public documents that its answer names */
  publications: readonly string[];
};

/** Pairs below which a text says too little to be like another one. */
const FEWEST_PAIRS = 4;

/**
 * Requests for the same information: alike by their texts, or answered with the same document. Each request is in one group;
 * of the shares that two texts have in common, that of the larger one counts, so that a long description joins nothing. Pure.
 */
export function groupRequests<T extends Granted>(requests: readonly T[]): T[][] {
  const groups: { members: T[]; sets: ReadonlySet<string>[]; named: Set<string> }[] = [];
  for (const request of requests) {
    const own = new Set(request.traces);
    const group = groups.find(
      ({ sets, named }) =>
        request.publications.some((id) => named.has(id)) || sets.some((other) => areAlike(own, other)),
    );
    if (group) {
      group.members.push(request);
      group.sets.push(own);
      for (const id of request.publications) group.named.add(id);
    } else groups.push({ members: [request], sets: [own], named: new Set(request.publications) });
  }
  return groups.map(({ members }) => members);
}

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size < FEWEST_PAIRS) return false;
  let common = 0;
  for (const pair of small) if (large.has(pair)) common += 1;
  return common / large.size >= ALIKE;
}

/** 多个申请人 (条例第四十四条第一款). Pure. */
export const applicantsOf = (group: readonly Granted[]): number =>
  new Set(group.map(({ applicantKey }) => applicantKey)).size;

/** Whether a decision that was made for some requests still answers a group: one more of the same asks nothing new. Pure. */
export function isDecided(ids: readonly string[], decidedFor: readonly string[]): boolean {
  const known = new Set(decidedFor);
  const fresh = ids.filter((id) => !known.has(id)).length;
  return fresh < ids.length && fresh < 2;
}
