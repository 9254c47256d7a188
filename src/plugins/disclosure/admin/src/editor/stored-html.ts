import { MISSING_PICTURE } from '../../../shared/missing-picture';
import {
  type Element,
  element,
  isElement,
  type Node,
  parseHtml,
  readStyle,
  toHtml,
  writeStyle,
} from './tree';

/** What the editor's own markup adds to a document and nobody else needs. */
const DROPPED = new Set(['colgroup', 'col']);
const KEPT_STYLES = new Set(['text-align', 'text-indent']);
const DROPPED_ATTRIBUTES = new Set(['class', 'colwidth', 'data-colwidth', 'contenteditable', 'draggable']);
/** The only paragraph in one of these is no paragraph of its own. */
const HOLDS_LINE = new Set(['td', 'th', 'li', 'figcaption']);

/**
 * The HTML that goes into the form, from what the editor shows: a table with its head, no empty markup, and
 * a mark for a picture that is still on its way to the server, so that none is lost without a word. A
 * document without content is an empty text.
 */
export function toStoredHtml(html: string): string {
  const nodes = parseHtml(html).flatMap(store);
  while (nodes.length > 0 && isBlank(nodes[nodes.length - 1] as Node)) nodes.pop();
  return nodes
    .filter((node) => isElement(node) || node.trim() !== '')
    .map((node) => toHtml([node]))
    .join('\n');
}

const isBlank = (node: Node): boolean =>
  isElement(node) ? node.tag === 'p' && node.children.length === 0 : node.trim() === '';

/** A picture that exists only in this browser. */
export const isPending = (src: string): boolean => /^(data|blob):/i.test(src);

function store(node: Node): Node[] {
  if (!isElement(node)) return [node];
  if (DROPPED.has(node.tag)) return [];
  if (node.tag === 'img' && isPending(node.attributes.src ?? ''))
    return [element('strong', [MISSING_PICTURE])];
  const stored = element(node.tag, node.children.flatMap(store), storedAttributes(node));
  if (HOLDS_LINE.has(node.tag)) stored.children = withoutOnlyParagraph(stored.children);
  if (node.tag === 'table') stored.children = withHead(stored.children);
  return [stored];
}

function storedAttributes({ attributes }: Element): Record<string, string> {
  const { style, ...others } = attributes;
  const kept = Object.entries(others).filter(
    ([name, value]) =>
      !DROPPED_ATTRIBUTES.has(name) && !((name === 'colspan' || name === 'rowspan') && value === '1'),
  );
  const styles = Object.entries(readStyle(style)).filter(([name]) => KEPT_STYLES.has(name));
  return {
    ...Object.fromEntries(kept),
    ...(styles.length > 0 ? { style: writeStyle(Object.fromEntries(styles)) } : {}),
  };
}

/** `<td><p>甲</p></td>` becomes `<td>甲</td>`; before a list in an item as well. */
function withoutOnlyParagraph(children: Node[]): Node[] {
  const [first, ...rest] = children;
  if (!first || !isElement(first) || first.tag !== 'p' || Object.keys(first.attributes).length > 0)
    return children;
  const lists = rest.every((node) => isElement(node) && (node.tag === 'ul' || node.tag === 'ol'));
  return lists ? [...first.children, ...rest] : children;
}

/** The rows at the top that consist of header cells stand in a `thead`, unless a cell reaches below them. */
function withHead(children: Node[]): Node[] {
  const body = children.find((node): node is Element => isElement(node) && node.tag === 'tbody');
  if (!body) return children;
  const rows = body.children.filter(isElement);
  const isHeader = (row: Element) =>
    row.children.length > 0 && row.children.every((cell) => isElement(cell) && cell.tag === 'th');
  const end = rows.findIndex((row) => !isHeader(row));
  if (end <= 0) return children;
  const reaches = rows
    .slice(0, end)
    .some((row, at) =>
      row.children.some((cell) => isElement(cell) && at + Number(cell.attributes.rowspan ?? 1) > end),
    );
  if (reaches) return children;
  const grouped = [element('thead', rows.slice(0, end)), element('tbody', rows.slice(end))];
  return children.flatMap((node) => (node === body ? grouped : [node]));
}
