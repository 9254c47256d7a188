import { decode } from './decode';

const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The XML of a part of an office file; CDATA sections as plain escaped text. */
export const xmlOf = (content: Uint8Array): string =>
  decode(content).replace(CDATA, (_, text: string) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  );

export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (whole, decimal, hex, name) => {
        if (name) return NAMED[name] as string;
        const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

/** A paragraph or a cell ends here, and with it a number; a line break inside one does not end it. */
const BREAK = /^<\/(?:\w+:)?(?:p|tc|tr|h|table-cell|TextObject)\b/;
const LINE = /^<(?:\w+:)?(?:br|cr|line-break)\b/;
const TAB = /^<(?:\w+:)?(?:tab|ptab)\b/;

/** All the text of a part, pieces of one paragraph joined as a reader sees them. */
export const textOfXml = (xml: string): string =>
  unescapeXml(
    xml
      .replace(/<[^<>]*>/g, (tag) =>
        BREAK.test(tag) ? '\t\n' : LINE.test(tag) ? '\n' : TAB.test(tag) ? '\t' : '',
      )
      .replace(/(?:\t\n)+/g, '\t\n'),
  );

/** The values of attributes `v`, where caches of pivot tables and other files keep their data. */
export const cachedValues = (xml: string): string =>
  [...xml.matchAll(/\sv="([^"<>]*)"/g)].map(([, value]) => unescapeXml(value as string)).join('\t');
