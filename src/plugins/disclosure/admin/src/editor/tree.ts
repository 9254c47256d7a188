import { Parser } from 'htmlparser2';

export type Element = { tag: string; attributes: Record<string, string>; children: Node[] };
export type Node = Element | string;

/** Elements that have no end tag. */
const VOID = new Set(['br', 'hr', 'img', 'col', 'input', 'meta', 'link', 'wbr', 'area', 'base']);

export const isElement = (node: Node): node is Element => typeof node !== 'string';

export const element = (
  tag: string,
  children: Node[] = [],
  attributes: Record<string, string> = {},
): Element => ({ tag, attributes, children });

/**
 * The tree of an HTML text, without comments (conditional ones included), declarations and processing
 * instructions. Broken markup makes a tree as well; nothing is thrown.
 */
export function parseHtml(html: string): Node[] {
  const root = element('');
  const open: Element[] = [root];
  const top = () => open[open.length - 1] ?? root;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const opened = element(tag, [], attributes);
        top().children.push(opened);
        if (!VOID.has(tag)) open.push(opened);
      },
      onclosetag(tag) {
        if (!VOID.has(tag) && open.length > 1) open.pop();
      },
      ontext(text) {
        const { children } = top();
        const last = children[children.length - 1];
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else children.push(text);
      },
    },
    { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return root.children;
}

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The HTML of a tree, written as the server's sanitiser writes it. */
export function toHtml(nodes: readonly Node[]): string {
  return nodes.map((node) => (isElement(node) ? elementHtml(node) : escapeText(node))).join('');
}

function elementHtml({ tag, attributes, children }: Element): string {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeText(value).replace(/"/g, '&quot;')}"`)
    .join('');
  return VOID.has(tag) ? `<${tag}${written} />` : `<${tag}${written}>${toHtml(children)}</${tag}>`;
}

/** The words in a tree. */
export const textIn = (nodes: readonly Node[]): string =>
  nodes.map((node) => (isElement(node) ? textIn(node.children) : node)).join('');

/** The declarations of a style attribute, names in lower case. */
export function readStyle(style: string | undefined): Record<string, string> {
  const declarations: Record<string, string> = {};
  for (const part of (style ?? '').split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    declarations[part.slice(0, colon).trim().toLowerCase()] = part.slice(colon + 1).trim();
  }
  return declarations;
}

export const writeStyle = (declarations: Record<string, string>): string =>
  Object.entries(declarations)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
