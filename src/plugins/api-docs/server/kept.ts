import { createHash } from 'node:crypto';

/** A text that is made when it is first asked for, and its tag. */
export type Kept = { text: string; hash: string };

/** Makes a text once; the interface does not change while the server runs. */
export function once(make: () => string): () => Kept {
  let kept: Kept | null = null;
  return () => {
    if (!kept) {
      const text = make();
      kept = { text, hash: createHash('sha256').update(text).digest('hex') };
    }
    return kept;
  };
}
