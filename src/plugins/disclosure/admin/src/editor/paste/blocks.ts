import { type Element, element, isElement, type Node, readStyle, textIn, writeStyle } from '../tree';
import type { Cleaning } from './clean-nodes';
import { listPlaceOf, markListItem } from './list-place';

const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'center', 'pre', 'address']);
const CONTAINERS = new Set(['ul', 'ol', 'li', 'blockquote', 'figure', 'figcaption']);
const SECTIONS = new Set([
  'body',
  'html',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'dl',
  'dt',
  'dd',
]);
const HOLDS_BLOCKS = new Set([...PARAGRAPHS, ...CONTAINERS, 'table', 'hr']);

export const isBlockTag = (tag: string): boolean =>
  PARAGRAPHS.has(tag) || CONTAINERS.has(tag) || SECTIONS.has(tag);

/** Cleans an element that stands on lines of its own; `children` are clean already. */
export function cleanBlock(node: Element, children: Node[], { inCell }: Cleaning): Node[] {
  if (SECTIONS.has(node.tag)) return children;
  if (CONTAINERS.has(node.tag)) return cleanContainer(node, children);
  // a frame around other blocks is none itself
  if (children.some((child) => isElement(child) && HOLDS_BLOCKS.has(child.tag))) return children;
  const place = listPlaceOf(node);
  const hasPicture = children.some((child) => isElement(child) && (child.tag === 'img' || hasImage(child)));
  if (textIn(children).trim() === '' && !hasPicture) return [];
  const tag = /^h[1-6]$/.test(node.tag) ? node.tag : 'p';
  const { content, indented } = withoutLeadingSpace(children);
  const cleaned = element(tag, content, layoutOf(node, indented && !inCell));
  return place ? [markListItem(cleaned, place)] : [cleaned];
}

const hasImage = (node: Node): boolean =>
  isElement(node) && (node.tag === 'img' || node.children.some(hasImage));

function cleanContainer({ tag, attributes }: Element, children: Node[]): Node[] {
  if (tag !== 'ul' && tag !== 'ol') return children.length > 0 ? [element(tag, children)] : [];
  const items: Element[] = [];
  for (const child of children.filter(isElement)) {
    const last = items[items.length - 1];
    // a list directly in a list belongs to the item before it
    if (child.tag === 'li') items.push(child);
    else if (last) last.children.push(child);
    else items.push(element('li', [child]));
  }
  if (items.length === 0) return [];
  const kept = tag === 'ol' ? pick(attributes, { start: /^[1-9]\d{0,3}$/, type: /^[1aAiI]$/ }) : {};
  return [element(tag, items, kept)];
}

const pick = (attributes: Record<string, string>, allowed: Record<string, RegExp>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(allowed).flatMap(([name, form]) => {
      const value = attributes[name];
      return value !== undefined && form.test(value) ? [[name, value]] : [];
    }),
  );

/** Spaces at the beginning of a paragraph are an indent that was typed. */
function withoutLeadingSpace(children: Node[]): { content: Node[]; indented: boolean } {
  const [first, ...rest] = children;
  if (typeof first === 'string') {
    const text = first.trimStart();
    const indented = /^(\u3000{2}| {4})/.test(first);
    return { content: text ? [text, ...rest] : rest, indented };
  }
  if (first && isElement(first) && first.tag !== 'img') {
    const { content, indented } = withoutLeadingSpace(first.children);
    return { content: [{ ...first, children: content }, ...rest], indented };
  }
  return { content: children, indented: false };
}

/** Alignment and first-line indent, as the server's allow-list keeps them. */
function layoutOf({ tag, attributes }: Element, indented: boolean): Record<string, string> {
  const style = readStyle(attributes.style);
  const align = (style['text-align'] ?? attributes.align ?? (tag === 'center' ? 'center' : '')).toLowerCase();
  const declarations: Record<string, string> = {};
  if (align === 'center' || align === 'right') declarations['text-align'] = align;
  const indent = Number.parseFloat(style['text-indent'] ?? '0');
  if (align !== 'center' && (indent > 0 || indented)) declarations['text-indent'] = '2em';
  const written = writeStyle(declarations);
  return written ? { style: written } : {};
}
