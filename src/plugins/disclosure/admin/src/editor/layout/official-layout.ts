/** A block of a text as the layout sees it; `other` is a table, a list, a picture: left as it is. */
export type Block = { kind: 'paragraph' | 'other'; text: string };

/** How a paragraph is set; level 0 is no heading. */
export type BlockLayout = { level: 0 | 1 | 2 | 3; align: 'center' | 'right' | null; indent: boolean };

const BODY: BlockLayout = { level: 0, align: null, indent: true };
const TITLE: BlockLayout = { level: 1, align: 'center', indent: false };
const ADDRESSEE: BlockLayout = { level: 0, align: null, indent: false };
const SIGNATURE: BlockLayout = { level: 0, align: 'right', indent: false };
const heading = (level: 2 | 3): BlockLayout => ({ level, align: null, indent: true });

const MAX_TITLE = 60;
const MAX_HEADING = 40;
const MAX_SIGNATURE = 30;
/** Offices that sign together. */
const MAX_SIGNATURES = 5;

const FIRST_LEVEL = /^[一二三四五六七八九十]{1,3}、/;
const SECOND_LEVEL = /^[（(][一二三四五六七八九十]{1,3}[）)]/;
const ENDS_SENTENCE = /[。；;：:，,、？！?!]$/;
const DATE =
  /^(\d{4}|[二〇○零一三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
const ATTACHMENT = /^附件/;

/**
 * The layout of an official document (GB/T 9704-2012): title centred, 一、 and （一） as headings, first
 * lines indented by two characters, signature and date at the right. Null where a block stays as it is.
 */
export function officialLayout(blocks: readonly Block[]): (BlockLayout | null)[] {
  const texts = blocks.map(({ text }) => text.replace(/\s+/g, ''));
  const written = blocks.flatMap(({ kind }, at) => (kind === 'paragraph' && texts[at] ? [at] : []));
  const [first = -1, second = -1] = written;
  const hasTitle = isTitle(texts[first] ?? '');
  const addressee = hasTitle ? second : first;
  const signatures = signaturesIn(blocks, texts);
  return blocks.map(({ kind }, at) => {
    const text = texts[at] ?? '';
    if (kind === 'other') return null;
    if (hasTitle && at === first) return TITLE;
    if (at === addressee && /[：:]$/.test(text) && text.length <= MAX_TITLE && !/[。；]/.test(text))
      return ADDRESSEE;
    if (signatures.has(at)) return SIGNATURE;
    return headingOf(text) ?? BODY;
  });
}

const isTitle = (text: string): boolean =>
  text.length > 0 &&
  text.length <= MAX_TITLE &&
  !ENDS_SENTENCE.test(text) &&
  !FIRST_LEVEL.test(text) &&
  !SECOND_LEVEL.test(text) &&
  !DATE.test(text);

/** A numbered line by itself; a numbered paragraph with sentences is text. */
function headingOf(text: string): BlockLayout | null {
  const sentences = text.replace(/。$/, '');
  if (text.length > MAX_HEADING || /[。；]/.test(sentences)) return null;
  if (FIRST_LEVEL.test(text)) return heading(2);
  return SECOND_LEVEL.test(text) ? heading(3) : null;
}

/** The date near the end and the short lines right before it. */
function signaturesIn(blocks: readonly Block[], texts: readonly string[]): Set<number> {
  const found = new Set<number>();
  const date = texts.findLastIndex((text, at) => blocks[at]?.kind === 'paragraph' && DATE.test(text));
  // a date in the middle of a text signs nothing
  if (date < 0 || texts.slice(date + 1).some((text) => ENDS_SENTENCE.test(text))) return found;
  found.add(date);
  for (let at = date - 1; at > 0 && found.size <= MAX_SIGNATURES; at -= 1) {
    const text = texts[at] ?? '';
    if (!text) continue;
    if (blocks[at]?.kind !== 'paragraph' || text.length > MAX_SIGNATURE) break;
    if (ENDS_SENTENCE.test(text) || ATTACHMENT.test(text) || /^\d/.test(text) || headingOf(text)) break;
    found.add(at);
  }
  return found;
}
