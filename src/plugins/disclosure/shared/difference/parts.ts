/** A piece of a text: in both versions, only in the later one, or only in the earlier one. */
export type Part = { kind: 'same' | 'added' | 'removed'; text: string };

/** A paragraph, heading, list item or table cell that is compared as one. */
export type Line = { kind: 'same' | 'added' | 'removed' | 'changed'; parts: Part[] };

/** The pieces without empty ones, neighbours of one kind together. */
export function joinParts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}

/** One text in the place of another, as a whole. */
export const replaced = (before: string, after: string): Part[] =>
  joinParts(
    before === after
      ? [{ kind: 'same', text: before }]
      : [
          { kind: 'removed', text: before },
          { kind: 'added', text: after },
        ],
  );
