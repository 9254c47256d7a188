/**
 * The terms of a document, by what they say of it. A term of the text stands as it is; the others begin with
 * a mark that no token has.
 */
export const LEXEME = {
  /** stands somewhere in title, number, row, abstract, body or attachments */
  text: (token: string) => token,
  title: (token: string) => `t:${token}`,
  /** what the document is about: its title, row, abstract and key words, and what its body says often */
  about: (word: string) => `f:${word}`,
  /** a whole title, or its core without 中华人民共和国 and 关于…的通知 */
  wholeTitle: (title: string) => `w:${title.slice(0, 200)}`,
  number: (key: string) => `n:${key}`,
  initials: (pair: string) => `p:${pair}`,
  // a new line stands between the terms on their way into the index
  filter: (name: string, value: string) => `${name}=${value.replaceAll('\n', ' ')}`,
  time: (period: string) => `@${period}`,
} as const;
