/** Tags at which a paragraph, heading, list item or table cell begins or ends. */
const BREAKS = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol table thead tbody tfoot tr td th caption div blockquote pre hr br figure figcaption section article'.split(
    ' ',
  ),
);
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi;
const TAG_NAME = /^<\/?([a-z][a-z0-9]*)/i;
const SOURCE = /\ssrc\s*=\s*["']?([^"'\s>]+)/i;

/**
 * A body as the texts of its blocks: what is compared. How a text looks is left out; a picture is its name.
 * Takes time in proportion to the length, whatever is in it.
 */
export function blocksOf(html: string): string[] {
  const blocks: string[] = [];
  let text = '';
  const end = () => {
    const block = decode(text).replace(/\s+/g, ' ').trim();
    if (block) blocks.push(block);
    text = '';
  };
  for (const token of tokens(html)) {
    const name = token.startsWith('<') ? TAG_NAME.exec(token)?.[1]?.toLowerCase() : undefined;
    if (name === undefined) text += token;
    else if (BREAKS.has(name)) end();
    else if (name === 'img') text += pictureOf(token);
  }
  end();
  return blocks;
}

/** Tags and the texts between them; a sign that opens no tag is text. */
function* tokens(html: string): Generator<string> {
  let from = 0;
  while (from < html.length) {
    const open = html.indexOf('<', from);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) {
      yield html.slice(from).replace(/^</, '&lt;');
      return;
    }
    if (open > from) yield html.slice(from, open);
    const tag = html.slice(open, close + 1);
    yield TAG_NAME.test(tag) ? tag : tag.replace('<', '&lt;');
    from = close + 1;
  }
}

function pictureOf(tag: string): string {
  const source = SOURCE.exec(tag)?.[1] ?? '';
  return `［图片 ${source.slice(0, 300).split('/').at(-1)}］`;
}

const decode = (text: string): string =>
  text.replace(ENTITY, (whole, name: string) => letterOf(name) ?? whole);

function letterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
