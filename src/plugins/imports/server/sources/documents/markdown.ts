import MarkdownIt from 'markdown-it';
import type { DocumentCells } from '.';
import { takeTitle, withoutMedia } from './media-text';
import { readTextFile } from './read-text-file';

const renderer = new MarkdownIt({ html: false, linkify: false });

/** Ends the head of a text that tells of itself in lines before it begins. */
const HEAD_END = /^<!--\s*INFO END\s*-->\s*$/m;
const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
const PAIR = /^([^\s:\uff1a][^:\uff1a\n]{0,30})[:\uff1a]\s*(.+)$/;

/** Reads a Markdown file: front matter or head lines, the first heading as title, the rest as body. */
export const readMarkdown = async (file: string): Promise<DocumentCells> =>
  parseMarkdown(await readTextFile(file));

export function parseMarkdown(source: string): DocumentCells {
  const front = FRONT_MATTER.exec(source);
  const told = front ? pairsOf(front[1] ?? '') : {};
  const text = front ? source.slice(front[0].length) : source;
  const [head, rest] = splitHead(text);
  const { title, rest: body } = takeTitle(
    renderer.render(`${head}\n\n${rest}`.replace(/<!--[\s\S]*?-->/g, '')),
  );
  return { 标题: title, 正文: withoutMedia(body).trim(), ...told };
}

function splitHead(text: string): [string, string] {
  const end = HEAD_END.exec(text);
  return end ? [text.slice(0, end.index), text.slice(end.index + end[0].length)] : ['', text];
}

/** `键: 值` lines, quotes around a value taken off. */
function pairsOf(text: string): DocumentCells {
  const pairs: DocumentCells = {};
  for (const line of text.split('\n')) {
    const [, key, value] = PAIR.exec(line) ?? [];
    if (key && value) pairs[key.trim()] = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  }
  return pairs;
}
