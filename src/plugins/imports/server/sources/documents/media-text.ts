import sanitizeHtml from 'sanitize-html';

const STRUCTURE = sanitizeHtml.defaults.allowedTags.concat('h1', 'h2', 'img', 'u', 's');

/**
 * HTML of a document without what would not come along: pictures become 〔图片:…〕, links their text with
 * the address behind it. What is allowed in a body is decided by the gate.
 */
export function withoutMedia(html: string): string {
  const clean = sanitizeHtml(html, {
    allowedTags: STRUCTURE,
    allowedAttributes: {
      a: ['href'],
      img: ['src', 'alt'],
      th: ['colspan', 'rowspan'],
      td: ['colspan', 'rowspan'],
    },
    transformTags: {
      img: (_tag, { alt = '', src = '' }) => ({
        tagName: 'span',
        attribs: {},
        text: `〔图片${alt || (src.startsWith('data:') ? '' : src) ? `:${alt || src}` : ''}〕`,
      }),
    },
  });
  return clean.replace(
    /<a(?: href="([^"]*)")?>([\s\S]*?)<\/a>/g,
    (_match, href: string | undefined, text: string) =>
      href && /^https?:/.test(href) && !text.includes(href) ? `${text}(${href})` : text,
  );
}

/** The words of the first heading of an HTML text, and the text without it. */
export function takeTitle(html: string): { title: string; rest: string } {
  const match = /<h[1-3][^>]*>([\s\S]*?)<\/h[1-3]>/i.exec(html);
  if (!match) return { title: '', rest: html };
  const title = sanitizeHtml(match[1] ?? '', { allowedTags: [], allowedAttributes: {} })
    .replace(/\s+/g, ' ')
    .trim();
  return { title, rest: html.slice(0, match.index) + html.slice(match.index + match[0].length) };
}

/** A text as HTML shows it. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
