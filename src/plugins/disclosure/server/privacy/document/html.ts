import { mayHoldNumber } from '../scan/candidates';
import { PositionMap } from '../scan/position-map';
import { type Hit, type Level, type Seal, scanText } from '../scan/scan-text';
import type { PrivacySettings } from '../settings';

/** A tag or an entity. `[^<>]` keeps a text of nothing but `<` linear. */
const MARKUP = /<[^<>]*>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/g;
const TAGS = /<[^<>]*>/g;
/** Inside a line; every other tag ends a cell or a paragraph, and with it a number. */
const INLINE = /^<\/?(?:a|b|i|u|s|em|strong|span|sub|sup|font|mark|small|code)\b/i;
const LINE_BREAK = /^<br\b/i;
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
  '&middot;': '·',
  '&ensp;': ' ',
  '&emsp;': ' ',
  '&ndash;': '-',
  '&mdash;': '-',
  '&shy;': '\u00AD',
};

function textOfMarkup(markup: string): string {
  if (markup.startsWith('<')) return INLINE.test(markup) ? '' : LINE_BREAK.test(markup) ? '\n' : '\t';
  if (!markup.startsWith('&#')) return ENTITIES[markup] ?? markup;
  const code = /^&#x/i.test(markup)
    ? Number.parseInt(markup.slice(3), 16)
    : Number.parseInt(markup.slice(2), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : markup;
}

/** What a reader sees: numbers split over inline tags are whole again, cells and paragraphs stay apart. */
export const visibleText = (html: string): string => html.replace(MARKUP, textOfMarkup);

/** Personal data in a body, at positions of the HTML as it is stored; also in what its attributes say. */
export function scanHtml(html: string, settings: PrivacySettings, seal?: Seal): Hit[] {
  if (!settings.email && !mayHoldNumber(html, true)) return scanAttributes(html, settings, seal);
  // a body with nothing in it needs no map
  if (scanText(visibleText(html), settings).length === 0) return scanAttributes(html, settings, seal);
  const { text, starts, ends } = mapVisibleText(html);
  const hits = scanText(text, settings, seal).map((hit) => ({
    ...hit,
    start: starts[hit.start] as number,
    end: ends[hit.end - 1] as number,
  }));
  return [...hits, ...scanAttributes(html, settings, seal)].sort((a, b) => a.start - b.start);
}

function mapVisibleText(html: string) {
  const pieces: string[] = [];
  const map = new PositionMap(html.length);
  const add = (text: string, start: number, end: number) => {
    pieces.push(text);
    map.add(text.length, start, end);
  };
  const addPlain = (from: number, to: number) => {
    pieces.push(html.slice(from, to));
    map.addEach(from, to);
  };
  let at = 0;
  for (const match of html.matchAll(MARKUP)) {
    addPlain(at, match.index);
    at = match.index + match[0].length;
    add(textOfMarkup(match[0]), match.index, at);
  }
  addPlain(at, html.length);
  return { text: pieces.join(''), ...map.done() };
}

const ATTRIBUTES = /\b(alt|title|href)="([^"<>]*)"/g;

/** An address may hold digits of every kind, so of those only what is surely a person's counts. */
const countsIn = (name: string, value: string, { kind, level }: { kind: string; level: Level }): boolean =>
  name !== 'href' || value.startsWith('tel:') || (level === 'sure' && kind === 'identity-number');

function scanAttributes(html: string, settings: PrivacySettings, seal?: Seal): Hit[] {
  if (!/(?:alt|title|href)="/.test(html)) return [];
  const found: Hit[] = [];
  for (const tag of html.matchAll(TAGS)) {
    for (const attribute of tag[0].matchAll(ATTRIBUTES)) {
      const [whole, name = '', value = ''] = attribute;
      const offset = tag.index + attribute.index + whole.length - 1 - value.length;
      for (const hit of scanText(value, settings, seal)) {
        if (countsIn(name, value, hit))
          found.push({ ...hit, start: hit.start + offset, end: hit.end + offset });
      }
    }
  }
  return found;
}

/** The HTML with the hits masked; tags between the digits of a number follow it, so that none is left open. */
export function maskHtml(html: string, hits: readonly Hit[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end, masked: shown } of hits) {
    if (start < at) continue;
    const tags = html.slice(start, end).match(TAGS) ?? [];
    masked += html.slice(at, start) + shown + tags.join('');
    at = end;
  }
  return masked + html.slice(at);
}
