import type { Transaction } from '../../../disclosure/server/types';
import type { Expression } from '../query/expression';
import type { Tier, Tiers } from '../query/tiers';

/** A publication as it is put into the index. */
export type Entry = {
  documentId: string;
  terms: readonly string[];
  title: string;
  domain: string;
  owner: string;
  kind: string;
  theme: string | null;
  publishedAt: Date;
  datedOn: string;
  standing: Standing;
  /** attached files without text */
  textless: readonly string[];
  /** some attached file has not been read yet */
  unread: boolean;
};

/** The days (`YYYY-MM-DD`) from which its validity follows, and what was entered. */
export type Standing = {
  validity: string | null;
  effectiveOn: string | null;
  validUntil: string | null;
  amendedOn: string | null;
  repealedOn: string | null;
  lapsedOn: string | null;
};

/** A document that was found, with what ranks it. */
export type Hit = {
  documentId: string;
  title: string;
  publishedAt: string;
  datedOn: string;
  validity: string | null;
  /** how it answers the question */
  tiers: readonly Tier[];
};

/** What is looked through: all that these filters leave. */
export type Scope = {
  filters: readonly Expression[];
  /** days of Shanghai, both included */
  from?: string;
  to?: string;
  validity?: string;
  /** the day on which validity is asked for */
  today: string;
};

/** Where a list by date goes on: behind this one. */
export type After = { publishedAt: string; documentId: string };

/**
 * How far a search has come that looked for the best: counting goes on from there.
 *
 * `matched`: documents up to there; `rest`: what is left, which the index alone understands, null: nothing; `ms`: how long it took
 */
export type Seen = { matched: number; rest: unknown; ms: number };
/** The best, and what the last tier has seen. */
export type Best = { hits: Hit[]; seen: Seen | null };

export type Counted = { total: number; atLeast: boolean };
export type FacetName = 'domain' | 'department' | 'kind' | 'theme' | 'year' | 'validity';
export type Facets = Record<FacetName, { value: string; count: number }[]>;

/**
 * The index of all live publications: the port behind which a search engine can stand. It may find what has
 * just been withdrawn, or what is not yet all there: who shows a hit looks at the read model.
 */
export interface SearchIndex {
  /** Puts entries in the place of those with the same documentId. */
  put(entries: readonly Entry[], trx: Transaction): Promise<void>;
  remove(documentIds: readonly string[], trx: Transaction): Promise<void>;
  /** For each tier the newest documents, at most so many; each document once, with all of its tiers. */
  best(tiers: Tiers, scope: Scope, most: number): Promise<Best>;
  /** The newest documents, one page. */
  newest(expression: Expression, scope: Scope, limit: number, after: After | null): Promise<Hit[]>;
  /** Those of the named documents that answer. */
  among(expression: Expression, documentIds: readonly string[]): Promise<string[]>;
  /** How many there are; beyond a bound, that there are at least so many. `seen`: by a search for the same expression. */
  count(expression: Expression, scope: Scope, seen: Seen | null): Promise<Counted>;
  /** The same, divided: over the newest ones, where there are more than the bound. */
  facets(expression: Expression, scope: Scope): Promise<Counted & { facets: Facets }>;
  /** Lets go of its connections; a later question opens them again. */
  close(): Promise<void>;
}
