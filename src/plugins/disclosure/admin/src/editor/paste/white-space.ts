/** Chinese characters and their punctuation: a line break between two of them is no space. */
const WIDE = '[\\u2014\\u2018-\\u201d\\u2026\\u3000-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const BREAK_IN_CHINESE = new RegExp(
  `(?<=^|${WIDE})[ \\t]*\\r?\\n\\s*(?=${WIDE})|(?<=${WIDE})[ \\t]*\\r?\\n\\s*(?=$)`,
  'g',
);

/** Text as it reads, not as its source was broken into lines. Non-breaking spaces become plain ones. */
export const foldSpace = (text: string): string =>
  text
    .replace(BREAK_IN_CHINESE, '')
    .replace(/[\u00a0\u2002\u2003]/g, ' ')
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\u200b\ufeff]/g, '');
