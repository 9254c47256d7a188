/** What a text is made of: runs of Chinese characters, and runs of letters and digits. */
export type Run = { text: string; chinese: boolean };

const RUNS = /(\p{Script=Han}+)|([\p{L}\p{N}]+)/gu;
/** 第三十三条, 第12号: a place or number in a text is one token, because its pairs are in every long text. */
const ORDINAL = /第[一二三四五六七八九十百千零〇两\d]{1,8}[条章款项节编届次批期号]/gu;
/** A number and the character behind it. */
const COUNTED = /\d{1,12}\p{Script=Han}/gu;
/** Longer ones are no words but data: a picture, a key. */
const MAX_RUN = 40;

export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const [, chinese, other] of text.matchAll(RUNS)) {
    // \p{L} takes Chinese characters as well when they follow letters
    if (chinese) runs.push({ text: chinese, chinese: true });
    else if (other) runs.push(...splitMixed(other));
  }
  return runs;
}

const splitMixed = (text: string): Run[] =>
  (text.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).map((part) => {
    const chinese = /^\p{Script=Han}/u.test(part);
    return { text: chinese ? part : part.slice(0, MAX_RUN), chinese };
  });

export const ordinalsOf = (text: string): string[] => text.match(ORDINAL) ?? [];

/** The pairs of characters of a run: 政府信息 → 政府 府信 信息. Of one character: itself. */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/**
 * The tokens of a text by which it is found, and which a query for exactly this text asks for: pairs of
 * Chinese characters, words and numbers of other scripts, and a number with the character behind it (5号).
 */
export function tokensOf(text: string): string[] {
  const counted = text.match(COUNTED) ?? [];
  // the character of 5号 has no pair; it is looked for with its number
  const alone = new Set(counted.map((token) => token.replace(/^\d+/, '')));
  const ofRuns = runsOf(text).flatMap(({ text: run, chinese }) => {
    if (!chinese) return [run];
    return alone.has(run) ? [] : pairsOf(run);
  });
  return [...ofRuns, ...counted];
}
