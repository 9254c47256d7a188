import { type Element, element, isElement, type Node, readStyle, textIn } from '../tree';

/** What an element means, whatever its name. */
const MARKS: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  u: 'u',
  s: 's',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
};
const LINK = /^(https?:|mailto:|tel:)/i;

/** Emphasis by name or by style, and links; every other inline element leaves its content. */
export function cleanInline(node: Element, children: Node[]): Node[] {
  if (children.length === 0) return [];
  const href = node.tag === 'a' ? (node.attributes.href ?? '').trim() : '';
  if (LINK.test(href)) return [element('a', children, { href })];
  if (textIn(children).trim() === '') return children;
  return [...marksOf(node)].reduce(withMark, children);
}

/** WPS says bold twice, by name and by style. */
function withMark(inner: Node[], mark: string): Node[] {
  const [only, ...others] = inner;
  const marked = only && isElement(only) && only.tag === mark && others.length === 0;
  return marked ? inner : [element(mark, inner)];
}

function marksOf({ tag, attributes }: Element): Set<string> {
  const style = readStyle(attributes.style);
  const marks = new Set<string>();
  const named = MARKS[tag];
  if (named) marks.add(named);
  const weight = style['font-weight'] ?? '';
  if (/^(bold|bolder|[6-9]00)$/i.test(weight)) marks.add('strong');
  else if (weight) marks.delete('strong');
  if (/^italic/i.test(style['font-style'] ?? '')) marks.add('em');
  else if (style['font-style']) marks.delete('em');
  const decoration = `${style['text-decoration'] ?? ''} ${style['text-decoration-line'] ?? ''}`;
  // the line under a link is no emphasis
  if (/underline/i.test(decoration) && tag !== 'a') marks.add('u');
  if (/line-through/i.test(decoration)) marks.add('s');
  if (/^super/i.test(style['vertical-align'] ?? '')) marks.add('sup');
  if (/^sub/i.test(style['vertical-align'] ?? '')) marks.add('sub');
  return marks;
}
