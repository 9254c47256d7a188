import { type Element, element, isElement, type Node } from '../tree';
import { isMarkedItem, type MarkedItem } from './list-place';

type Kind = { tag: 'ul' | 'ol'; attributes: Record<string, string> };
type Open = { level: number; key: string; list: Element };

/** Turns neighbouring list paragraphs into nested lists. */
export function groupLists(nodes: Node[]): Node[] {
  if (!nodes.some(isMarkedItem)) return nodes;
  const grouped: Node[] = [];
  let open: Open[] = [];
  for (const node of nodes) {
    if (!isMarkedItem(node)) {
      if (isElement(node) || node.trim() !== '') open = [];
      grouped.push(node);
      continue;
    }
    const kind = node.tag === 'p' ? kindOf(node.place.marker) : null;
    if (!kind) {
      open = [];
      grouped.push(withMarker(node));
      continue;
    }
    open = place(node, kind, open, grouped);
  }
  return grouped;
}

/** Puts an item where its level says, opening lists as needed. */
function place(node: MarkedItem, kind: Kind, before: readonly Open[], grouped: Node[]): Open[] {
  const { level, list: id } = node.place;
  const key = `${id} ${kind.tag} ${kind.attributes.type ?? ''}`;
  const open = before.filter((one) => one.level < level || (one.level === level && one.key === key));
  let last = open[open.length - 1];
  if (!last || last.level < level) {
    const list = element(kind.tag, [], kind.attributes);
    const items = last?.list.children ?? [];
    const parent = items[items.length - 1];
    if (parent && isElement(parent)) parent.children.push(list);
    else grouped.push(list);
    last = { level, key, list };
    open.push(last);
  }
  last.list.children.push(element('li', node.children));
  return open;
}

/**
 * What a marker means. Null for numbers that are part of the text of an official document (GB/T 9704: 一、
 * (一) (1), and 第一条): a list would show other ones.
 */
function kindOf(marker: string): Kind | null {
  const decimal = /^(\d{1,4})[.．、)）]?$/.exec(marker);
  if (decimal) return ordered(undefined, Number(decimal[1]));
  if (/^[ivx]+[.)）]$/i.test(marker) && !/^[vx][.)）]$/i.test(marker))
    return ordered(marker < 'a' ? 'I' : 'i', 1);
  const letter = /^([a-zA-Z])[.)）]$/.exec(marker)?.[1];
  if (letter) return ordered(letter < 'a' ? 'A' : 'a', (letter.toLowerCase().codePointAt(0) ?? 97) - 96);
  if (/[一二三四五六七八九十百零〇第]|[\u2460-\u2473]|^[(（]/.test(marker)) return null;
  return { tag: 'ul', attributes: {} };
}

const ordered = (type: string | undefined, start: number): Kind => ({
  tag: 'ol',
  attributes: { ...(start > 1 ? { start: String(start) } : {}), ...(type ? { type } : {}) },
});

/** A numbered heading or clause with its number as text. */
const withMarker = ({ tag, attributes, children, place: { marker } }: MarkedItem): Element =>
  element(tag, marker ? [marker, ...children] : children, attributes);
