import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';

/** Divides Chinese text into words. */
export type Segmenter = { cut: (text: string) => string[] };

/** Often enough that a name is kept together where jieba's own words overlap with it. */
const FREQUENCY = 100_000;

/**
 * A segmenter with jieba's dictionary (in the package itself: nothing is fetched) and names of one's own.
 * Only where a query is divided and in which words a text says most depends on it: texts are found by pairs of
 * characters, so a new name changes nothing of what is stored.
 */
export function createSegmenter(names: readonly string[]): Segmenter {
  const jieba = Jieba.withDict(dict);
  const own = names.filter((name) => /^\p{Script=Han}{2,}$/u.test(name));
  if (own.length > 0) jieba.loadDict(Buffer.from(own.map((name) => `${name} ${FREQUENCY} n`).join('\n')));
  // without its model for unknown words: it would guess differently in every context
  return { cut: (text) => jieba.cut(text, false) };
}
