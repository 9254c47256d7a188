import sanitizeHtml from 'sanitize-html';

/** Wide enough for every first line; further out, text would be hidden from the reader. */
const INDENT = /^\d{1,2}(\.\d+)?(em|px|pt)$/;
/** A merged cell reaches at most this far: browsers and editors take room for every cell that it covers. */
const SPANS = { colspan: 100, rowspan: 1000 };

/** Attributes whose numbers are whole and not above their bounds; others are left out. */
function bounded(
  attributes: sanitizeHtml.Attributes,
  bounds: Record<string, number>,
): sanitizeHtml.Attributes {
  const kept = Object.entries(attributes).flatMap(([name, value]) => {
    const bound = bounds[name];
    if (bound === undefined) return [[name, value]];
    return /^[1-9]\d*$/.test(value) ? [[name, String(Math.min(Number(value), bound))]] : [];
  });
  return Object.fromEntries(kept);
}

/** How a list counts: by which numbers, from which on. */
function numbered({ type, ...others }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return { ...bounded(others, { start: 9999 }), ...(type && /^[1aAiI]$/.test(type) ? { type } : {}) };
}

/**
 * What an official document needs, which is what the panel’s editor makes (`admin/src/editor/extensions`);
 * all else is stripped (scripts, styles, handlers, frames, forms).
 */
const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'a', 'img'],
    ...['strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'span', 'figure', 'figcaption'],
    ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'target', 'rel'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start', 'type'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    col: ['span'],
    '*': ['style'],
  },
  allowedStyles: {
    '*': { 'text-align': [/^(left|right|center|justify)$/], 'text-indent': [INDENT] },
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener noreferrer' } }),
    ol: (tagName, attribs) => ({ tagName, attribs: numbered(attribs) }),
    td: (tagName, attribs) => ({ tagName, attribs: bounded(attribs, SPANS) }),
    th: (tagName, attribs) => ({ tagName, attribs: bounded(attribs, SPANS) }),
  },
};

const TAG = /<[a-z][\s\S]*>/i;

/** Text typed without markup becomes paragraphs, one a line. */
const paragraphs = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<p>${sanitizeHtml(line, { allowedTags: [], allowedAttributes: {} })}</p>`)
    .join('\n');

/** The body as it is stored and served: allow-listed HTML, whoever sent it. */
export const sanitiseBody = (body: string): string =>
  TAG.test(body) ? sanitizeHtml(body, OPTIONS) : paragraphs(body);

/** The words of a body without markup, entities decoded, white space folded. */
export function textOf(html: string): string {
  const text = sanitizeHtml(html.replace(/<\/(p|h\d|li|tr|td|th)>|<br\s*\/?>/gi, ' '), {
    allowedTags: [],
    allowedAttributes: {},
  });
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
