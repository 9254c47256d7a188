/** What an article of a 公众号 may have at most (document of draft/add); 字 are counted as code points. */
export const LIMITS = {
  title: 32,
  author: 16,
  digest: 128,
  /** 少于2万字符 */
  content: 19_999,
  contentBytes: 1_048_575,
  sourceUrlBytes: 1024,
  /** of this system: pictures of one article */
  pictures: 50,
} as const;

const letters = (text: string): string[] => [...text];

export const lengthOf = (text: string): number => letters(text).length;

/** At most so many letters; what is longer ends with …. */
export function shorten(text: string, limit: number): string {
  const all = letters(text);
  return all.length <= limit ? text : `${all.slice(0, limit - 1).join('')}…`;
}
