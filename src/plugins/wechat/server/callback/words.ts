import { publicAddress } from '../../../disclosure/server/site/addresses';
import { lengthOf, shorten } from '../articles/limits';
import type { Talk } from './talk';

const TITLE = 30;
/** What is longer is a question rather than a word. */
const SENTENCE = 8;
/** Links in a list: what fits into 2,048 bytes with addresses of common length. */
const LIST_BYTES = 2000;

export const HOW = '请发送要查的事情，如“低保”“施工许可”，也可以发送文号、部门名称；回复“更多”看其他结果。';

/** What is said to who looks for nothing yet. @param further what the office has set for who finds nothing */
export function answerTo(talk: Talk, further: string): string {
  switch (talk) {
    case 'greeting':
      return `您好，这里可以查政务公开信息。${HOW}`;
    case 'thanks':
      return '不客气。需要查信息时，直接发送关键词即可。';
    case 'person':
      return [`这里是自动回复，没有人工客服。${HOW}`, further].filter(Boolean).join('\n\n');
    default:
      return HOW;
  }
}

/** What somebody can do where nothing was found. */
export function foundNothing(
  site: { url: string },
  word: string,
  { meant, further }: { meant: string | null; further: string },
): string {
  const guess = meant
    ? `您要找的是不是“${meant}”？请发送这个词再查。`
    : lengthOf(word) > SENTENCE
      ? '请只发其中的关键词再查，如“小学入学什么时候报名”只发“入学”。'
      : '可以换一个更短、更常见的词再发（如“低保”“入学”），或者看看有没有错别字。';
  const link = (path: string, name: string) =>
    site.url ? `<a href="${publicAddress(site, path)}">${name}</a>` : name;
  return [
    `没有找到与“${shorten(word, TITLE)}”有关的公开信息。${guess}`,
    `没有公开的信息，可以${link('/api/requests/form', '申请公开')}；受理地点和电话见${link('/api/requests/guide', '公开指南')}。`,
    further,
  ]
    .filter(Boolean)
    .join('\n\n');
}

export type Entry = { title: string; address: string };

/** Titles that are links; as many as a text message holds beside heading and end. */
export function listed(
  heading: string,
  entries: readonly Entry[],
  end: (shown: number) => string,
): { text: string; shown: number } {
  const lines: string[] = [];
  for (const { title, address } of entries) {
    const name = shorten(title.replace(/[<>"&]/g, ' '), TITLE);
    const line = `· <a href="${address}">${name}</a>`;
    const shown = lines.length + 1;
    if (Buffer.byteLength([heading, ...lines, line, end(shown)].join('\n')) > LIST_BYTES) break;
    lines.push(line);
  }
  const tail = end(lines.length);
  return { text: [heading, ...lines, ...(tail ? [tail] : [])].join('\n'), shown: lines.length };
}
