import { SIZES, TEXT_WIDTH } from '../layout';
import type { Paragraph } from './model';

/** Characters of a title that a line holds; half of one stays free, for letters that are wider than reckoned. */
const TITLE_ROOM = Math.floor(TEXT_WIDTH / SIZES.title) - 0.5;
/** More lines than that are no title any more, and no head of a column. */
const MOST_LINES = 8;
/** No line begins with them: signs that close, and words that lean on the one before. */
const NEVER_FIRST = /^[\s，。、；：！？）》〉】〕」』”’%％的了等]/u;
/** No line ends with them: signs that open, and numbers, whose measure follows. */
const NEVER_LAST = /[（《〈【〔「『“‘第\d０-９]$/u;
/** A bracket of a few letters stays whole: （试行）. */
const WHOLE = /（[^（）]{1,6}）|〔[^〔〕]{1,6}〕/gu;
/**
 * Letters that the dictionary has as no word follow each other in names (青云谱区) and in words that it does not know (预案):
 * they stay together, but for those that are words of one letter.
 */
const LETTER = /^(?![的和与及或在对为等于是])\p{Script=Han}$/u;
const LONGEST_NAME = 6;
const ISSUED = /(印发|转发|批转)$/;

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** A title in even lines (GB/T 9704, 7.3.1: 词意完整，排列对称，长短适宜). */
export const titleLines = (title: string): string[] => evenLines(title, TITLE_ROOM);

/** A paragraph in even lines, if it is a title or the head of a column, and of one look. */
export function inEvenLines(paragraph: Paragraph, room?: number): Paragraph {
  const [run] = paragraph.runs;
  const width = paragraph.level === 1 ? TITLE_ROOM : room;
  if (!width || !run || paragraph.runs.length > 1) return paragraph;
  return { ...paragraph, runs: [{ ...run, text: evenLines(run.text, width).join('\n') }] };
}

/**
 * A text in as few lines as the room (in Chinese characters) allows, of even length, that end with a word. What fits one line, what is broken
 * already, what is too long and what has words longer than a line stays as it is.
 */
export function evenLines(text: string, room: number): string[] {
  const count = Math.ceil(widthOf(text) / room);
  if (count < 2 || count > MOST_LINES || text.includes('\n')) return [text];
  const pieces = piecesOf(text);
  return setInLines(pieces, count, room) ?? setInLines(pieces, count + 1, room) ?? [text];
}

/** The stretches between which a line may end. */
function piecesOf(title: string): string[] {
  const pieces: string[] = [];
  const whole = [...title.matchAll(WHOLE)].map(({ 0: text, index }) => [index, index + text.length] as const);
  let before = '';
  let at = 0;
  for (const segment of wordsOf(title)) {
    const last = pieces.at(-1);
    const isInside = whole.some(([from, to]) => at > from && at < to);
    if (last !== undefined && (isInside || belongTogether(last, before, segment)))
      pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
    before = segment;
    at += segment.length;
  }
  return pieces;
}

/** Words as the dictionary has them, which takes 印发青云谱 for 印 and 发青. */
const wordsOf = (title: string): string[] =>
  title
    .split(/(?<=印发|转发|批转|关于)/)
    .flatMap((part) => [...words.segment(part)].map(({ segment }) => segment));

/** Whether no line may end between two words; `piece` is what the first one stands in. */
const belongTogether = (piece: string, before: string, word: string): boolean =>
  NEVER_FIRST.test(word) ||
  NEVER_LAST.test(before) ||
  (LETTER.test(before) && LETTER.test(word) && piece.length < LONGEST_NAME && !ISSUED.test(piece));

/** The lines that differ least from each other; null where a piece is longer than a line, or they do not fit. */
function setInLines(pieces: readonly string[], count: number, room: number): string[] | null {
  const widths = pieces.map(widthOf);
  const goal = widths.reduce((sum, width) => sum + width, 0) / count;
  // best[n]: the best way to set the pieces before `at` in n lines
  type Way = { cost: number; ends: number[] };
  let best: (Way | null)[] = [{ cost: 0, ends: [] }, ...pieces.map(() => null)];
  for (let line = 0; line < count; line += 1) {
    const next: (Way | null)[] = best.map(() => null);
    best.forEach((way, from) => {
      if (!way) return;
      let width = 0;
      for (let to = from + 1; to <= pieces.length; to += 1) {
        width += widths[to - 1] ?? 0;
        if (width > room) break;
        const cost = way.cost + (width - goal) ** 2 - (isWelcome(pieces[to - 1], pieces[to]) ? 4 : 0);
        if (cost < (next[to]?.cost ?? Number.POSITIVE_INFINITY)) next[to] = { cost, ends: [...way.ends, to] };
      }
    });
    best = next;
  }
  const ends = best[pieces.length]?.ends;
  return (
    ends?.map((to, line) =>
      pieces
        .slice(ends[line - 1] ?? 0, to)
        .join('')
        .trim(),
    ) ?? null
  );
}

/** Where everybody would break: before 关于 and the title of a document, after one, after 印发. */
const isWelcome = (before = '', after = ''): boolean =>
  /^(关于|《)/.test(after) || /[》、]$/.test(before) || ISSUED.test(before);

/** How wide a text is, in Chinese characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[A-Z@%&]/.test(character) ? 0.8 : /[ -~]/.test(character) ? 0.6 : 1;
  return width;
}
