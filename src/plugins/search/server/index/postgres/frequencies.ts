import type { Expression } from '../../query/expression';
import type { Reader } from './reader';

/** In which share of all documents (0 to 1) a term stands. */
export type Frequencies = {
  known: ReadonlyMap<string, number>;
  /** any other term, about: hardly one stands in more of them */
  others: number;
  /** how many documents there are, about */
  documents: number;
};

/** Nothing is known: every term may stand everywhere. */
const UNKNOWN: Frequencies = { known: new Map(), others: 1, documents: 0 };

/**
 * How much rarer a term is that the statistics leave out than the rarest that they list: most are much rarer still. Taken for
 * as frequent as that one (0.4 % with 1,000,000 documents), rare terms are looked for in window after window of time.
 */
const RARER = 8;

/** What PostgreSQL's own statistics say (ANALYZE, and its autovacuum, keep them). */
export async function readFrequencies(reader: Reader): Promise<Frequencies> {
  const [row] = await reader.read<{ terms: string[]; shares: number[]; documents: number }>(
    `select s.most_common_elems::text::text[] as terms, s.most_common_elem_freqs as shares, c.reltuples as documents
       from pg_class c join pg_stats s on s.schemaname = c.relnamespace::regnamespace::text and s.tablename = c.relname
      where c.oid = 'search_documents'::regclass and s.attname = 'terms' and s.most_common_elems is not null`,
    [],
  );
  if (!row) return UNKNOWN;
  // behind the shares stand the least and the greatest of them
  const others = (row.shares[row.terms.length] ?? 1) / RARER;
  const known = new Map(row.terms.map((term, index) => [term, row.shares[index] ?? 1]));
  return { known, others, documents: Math.max(0, row.documents) };
}

/**
 * In how large a share of all documents an expression holds, about: of several conditions the rarest counts whole, each
 * further one the less (as planners of databases do it: the words of a query belong together more often than by chance).
 */
export function shareOf(expression: Expression, frequencies: Frequencies): number {
  if ('term' in expression) return frequencies.known.get(expression.term) ?? frequencies.others;
  if ('not' in expression) return 1;
  const shares = ('all' in expression ? expression.all : expression.any).map((part) =>
    shareOf(part, frequencies),
  );
  if ('any' in expression)
    return Math.min(
      1,
      shares.reduce((sum, share) => sum + share, 0),
    );
  return shares.sort((a, b) => a - b).reduce((whole, share, index) => whole * share ** (1 / 2 ** index), 1);
}

/** In how large a share an expression holds for certain. */
export function leastOf(expression: Expression, frequencies: Frequencies): number {
  if ('term' in expression) return frequencies.known.get(expression.term) ?? 0;
  if ('not' in expression) return 0;
  if ('any' in expression) return Math.max(...expression.any.map((part) => leastOf(part, frequencies)));
  const missing = expression.all.reduce((sum, part) => sum + 1 - leastOf(part, frequencies), 0);
  return Math.max(0, 1 - missing);
}
