/** A condition over the terms of a document, which any search engine can answer. */
export type Expression =
  | { term: string }
  | { all: readonly Expression[] }
  | { any: readonly Expression[] }
  | { not: Expression };

type Part = Expression | null;

export const term = (lexeme: string): Expression => ({ term: lexeme });
export const not = (part: Expression): Expression => ({ not: part });

/** All of the parts that there are; null where there is none. */
export function all(parts: readonly Part[]): Part {
  const given = parts.filter((part): part is Expression => part !== null);
  return given.length <= 1 ? (given[0] ?? null) : { all: given };
}

/** One of the parts that there are; null where there is none. */
export function any(parts: readonly Part[]): Part {
  const given = parts.filter((part): part is Expression => part !== null);
  return given.length <= 1 ? (given[0] ?? null) : { any: given };
}
