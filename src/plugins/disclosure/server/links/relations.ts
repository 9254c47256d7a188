/**
 * What one public document does to another, or says of it. `to` and `from` are the names under which either
 * page tells the other; `standing` is the column of the target that follows from it. `beforePublic`: may be named before the
 * target is public.
 */
export const RELATIONS = {
  amends: { label: '修改', to: 'amends', from: 'amendedBy', standing: 'amended_on', beforePublic: false },
  repeals: { label: '废止', to: 'repeals', from: 'repealedBy', standing: 'repealed_on', beforePublic: false },
  lapses: { label: '宣布失效', to: 'lapses', from: 'lapsedBy', standing: 'lapsed_on', beforePublic: false },
  confirms: { label: '继续有效', to: 'confirms', from: 'confirmedBy', standing: null, beforePublic: false },
  interprets: {
    label: '解读',
    to: 'interprets',
    from: 'interpretations',
    standing: null,
    beforePublic: true,
  },
  prints: { label: '刊登', to: 'prints', from: 'printedIn', standing: null, beforePublic: false },
} as const;
export type Relation = keyof typeof RELATIONS;

/** The decisions about a document that is in force: only its owner, or the government over it, may take them. */
const DECISIONS: ReadonlySet<Relation> = new Set(['amends', 'repeals', 'lapses', 'confirms']);
export const isDecision = (relation: Relation): boolean => DECISIONS.has(relation);

/** A link as the source states it. */
export type DocumentLink = {
  relation: Relation;
  target: string;
  /** `YYYY-MM-DD` from which it holds */
  on: string;
};

/** The names of the lists of links in a public answer. */
export const LINK_NAMES: readonly string[] = Object.values(RELATIONS).flatMap(({ to, from }) => [to, from]);
