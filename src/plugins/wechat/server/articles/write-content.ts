import { Parser } from 'htmlparser2';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import { BLOCKS, DROPPED, KEPT, ownStyles, RENAMED, STYLES, TABLE_FRAME } from './styles';

export type ContentOptions = {
  /** the address of a picture as the article names it; null: it is left out, and the text says so */
  pictureOf: (url: string) => string | null;
  /** characters of the result, at most */
  limit: number;
};

type Content = {
  html: string;
  /** the pictures that it shows, by their own addresses */
  pictures: string[];
  isCut: boolean;
};

/** A place after a paragraph where the text may end, and what closes it there. */
type Place = { parts: number; pictures: number; closing: string };

/** Links that work in an article. */
const WECHAT_LINK = /^https:\/\/mp\.weixin\.qq\.com\//;
const PICTURE_LOST = '（图略，见原文）';
/** Attributes that say something, with whole numbers. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
};
const SPANS = /^[1-9]\d{0,3}$/;
const DEEPEST = 100;
const VOID = new Set(['br', 'img']);

/**
 * Body as WeChat keeps it: its tags, inline styles, links that work, and no more than fits, cut after a
 * paragraph. One pass without recursion, so that no nesting and no length is too much. Pure.
 */
export function writeContent(html: string, options: ContentOptions): Content {
  const writer = new ContentWriter(options);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      ontext: (text) => writer.text(text),
      onclosetag: (name) => writer.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  // in pieces: what does not fit any more is not read
  for (let at = 0; at < html.length && !writer.isFull; at += PIECE) parser.write(html.slice(at, at + PIECE));
  parser.end();
  return writer.finish();
}

const PIECE = 4096;

/** A tag as it is written, and what closes it. */
function written(
  tag: string,
  style: string | undefined,
  attributes: Record<string, string>,
): [string, string] {
  const styles = [STYLES[tag], style, ...ownStyles(attributes.style)].filter(Boolean).join(';');
  const numbers = (NUMBERS[tag] ?? []).flatMap((name) =>
    SPANS.test(attributes[name] ?? '') ? [` ${name}="${attributes[name]}"`] : [],
  );
  const frame = tag === 'table';
  return [
    `${frame ? `<section style="${TABLE_FRAME}">` : ''}<${tag}${numbers.join('')}${styles ? ` style="${styles}"` : ''}>`,
    `</${tag}>${frame ? '</section>' : ''}`,
  ];
}

class ContentWriter {
  isFull = false;
  private readonly out: string[] = [];
  private length = 0;
  /** what closes the tags that are open; empty for those that are not written */
  private readonly opened: string[] = [];
  private readonly pictures: string[] = [];
  private place: Place | null = null;
  /** tags open within what is left out, or beyond the deepest that is written */
  private dropped = 0;
  private beyond = 0;

  constructor(private readonly options: ContentOptions) {}

  open(source: string, attributes: Record<string, string>): void {
    if (this.isFull) return;
    const renamed = RENAMED[source];
    const tag = renamed?.tag ?? source;
    if (this.dropped > 0 || DROPPED.has(source)) this.dropped++;
    else if (tag === 'br') this.push('<br>');
    else if (tag === 'img') this.picture(attributes);
    else if (this.opened.length >= DEEPEST) this.beyond++;
    else if (tag === 'a') this.link(attributes.href ?? '');
    else if (KEPT.has(tag)) this.enter(...written(tag, renamed?.style, attributes));
    // its text stays
    else this.opened.push('');
  }

  text(text: string): void {
    if (!this.isFull && this.dropped === 0) this.push(escapeHtml(text));
  }

  /** The parser closes everything that it has opened, the innermost first. */
  close(source: string): void {
    if (this.isFull) return;
    if (this.dropped > 0) this.dropped--;
    else if (VOID.has(source)) return;
    else if (this.beyond > 0) this.beyond--;
    else {
      this.push(this.opened.pop() ?? '');
      if (BLOCKS.has(RENAMED[source]?.tag ?? source)) this.mark();
    }
  }

  finish(): Content {
    if (!this.isFull) return { html: this.out.join(''), pictures: [...new Set(this.pictures)], isCut: false };
    const { parts, pictures, closing } = this.place ?? { parts: 0, pictures: 0, closing: '' };
    return {
      html: this.out.slice(0, parts).join('') + closing,
      pictures: [...new Set(this.pictures.slice(0, pictures))],
      isCut: true,
    };
  }

  private link(href: string): void {
    if (WECHAT_LINK.test(href)) this.enter(`<a href="${escapeHtml(href)}">`, '</a>');
    // others cannot be opened: the address is there to be read and copied
    else this.enter('', /^https?:\/\//.test(href) ? `（${escapeHtml(href)}）` : '');
  }

  /** Opens something whose end fits as well. */
  private enter(opening: string, closing: string): void {
    this.push(opening, closing.length);
    if (!this.isFull) this.opened.push(closing);
  }

  private picture({ src = '', alt = '' }: Record<string, string>): void {
    const address = src ? this.options.pictureOf(src) : null;
    if (!address) {
      this.push(`<span>${PICTURE_LOST}</span>`);
      return;
    }
    this.push(`<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" style="${STYLES.img}">`);
    if (!this.isFull) this.pictures.push(src);
  }

  private push(piece: string, reserve = 0): void {
    if (this.isFull) return;
    if (this.length + piece.length + reserve + this.closingOf().length > this.options.limit) {
      this.overflow(piece);
      return;
    }
    this.out.push(piece);
    this.length += piece.length;
  }

  /** Nothing more fits. A first paragraph without an end is cut within itself. */
  private overflow(piece: string): void {
    this.isFull = true;
    if (this.place) return;
    const closing = this.closingOf();
    const room = this.options.limit - this.length - closing.length - 1;
    if (!piece.startsWith('<') && room > 0) {
      // not within an entity, and not within a letter of two units
      this.out.push(`${piece.slice(0, room).replace(/&[a-z0-9#]*$|[\ud800-\udbff]$/i, '')}…`);
    }
    this.place = { parts: this.out.length, pictures: this.pictures.length, closing };
  }

  private mark(): void {
    if (this.isFull) return;
    this.place = { parts: this.out.length, pictures: this.pictures.length, closing: this.closingOf() };
  }

  private closingOf(): string {
    return [...this.opened].reverse().join('');
  }
}
