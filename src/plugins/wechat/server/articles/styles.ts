/** How the tags that WeChat keeps are to look; it reads no style sheet. */
export const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:0 0 1em;line-height:1.75',
  h1: 'margin:1em 0;font-size:22px;line-height:1.5;text-align:center',
  h2: 'margin:1em 0 .6em;font-size:18px;line-height:1.5',
  h3: 'margin:1em 0 .6em;font-size:17px;line-height:1.5',
  h4: 'margin:.8em 0 .5em;font-size:16px;line-height:1.5',
  blockquote: 'margin:0 0 1em;padding:0 0 0 1em;border-left:3px solid #dddddd;color:#666666',
  ul: 'margin:0 0 1em;padding-left:1.5em',
  ol: 'margin:0 0 1em;padding-left:1.5em',
  li: 'line-height:1.75',
  table: 'width:100%;border-collapse:collapse;font-size:14px',
  th: 'padding:4px 6px;border:1px solid #cccccc;background-color:#f5f5f5;text-align:left',
  td: 'padding:4px 6px;border:1px solid #cccccc;vertical-align:top',
  img: 'display:block;max-width:100%;height:auto;margin:0 auto 1em',
};

/** A wide table is moved sideways, not the whole article. */
export const TABLE_FRAME = 'overflow-x:auto;margin:0 0 1em';

/** Tags that WeChat does not keep, and what says the same. */
export const RENAMED: Readonly<Record<string, { tag: string; style?: string }>> = {
  h5: { tag: 'h4' },
  h6: { tag: 'h4' },
  b: { tag: 'strong' },
  i: { tag: 'em' },
  u: { tag: 'span', style: 'text-decoration:underline' },
  s: { tag: 'span', style: 'text-decoration:line-through' },
  sub: { tag: 'span', style: 'vertical-align:sub;font-size:.75em' },
  sup: { tag: 'span', style: 'vertical-align:super;font-size:.75em' },
  figure: { tag: 'section' },
  figcaption: { tag: 'p', style: 'text-align:center;font-size:14px;color:#888888' },
  hr: { tag: 'section', style: 'border-top:1px solid #dddddd;margin:1em 0' },
};

export const KEPT = new Set([
  ...['p', 'section', 'span', 'strong', 'em', 'br', 'img', 'table', 'tr', 'td', 'th', 'ul', 'ol', 'li'],
  ...['h1', 'h2', 'h3', 'h4', 'blockquote', 'a'],
]);

/** After the end of these an article may be cut. */
export const BLOCKS = new Set([
  'p',
  'section',
  'table',
  'tr',
  'ul',
  'ol',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
]);

/** With all that is in them. */
export const DROPPED = new Set([
  'script',
  'style',
  'iframe',
  'form',
  'noscript',
  'object',
  'template',
  'textarea',
  'title',
]);

/** What a stored text may say of its own layout. */
const OWN_STYLES = /^(text-align:\s*(left|right|center|justify)|text-indent:\s*\d{1,2}(\.\d+)?(em|px|pt))$/;

export const ownStyles = (style: string | undefined): string[] =>
  (style ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => OWN_STYLES.test(part));
