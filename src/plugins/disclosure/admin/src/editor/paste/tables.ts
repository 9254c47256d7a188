import { type Element, element, isElement, type Node, readStyle, textIn } from '../tree';
import type { Cleaning } from './clean-nodes';

type CleanNodes = (nodes: readonly Node[], cleaning: Cleaning) => Node[];

const GROUPS = new Set(['thead', 'tbody', 'tfoot']);
const CELLS = new Set(['td', 'th']);
const MAX_SPAN = { colspan: 100, rowspan: 1000 };

export const isTablePart = (tag: string): boolean =>
  tag === 'table' || tag === 'tr' || tag === 'caption' || GROUPS.has(tag) || CELLS.has(tag);

/** A table with its merged cells; widths, borders and the rows that only carry widths go. */
export function cleanTablePart(node: Element, cleaning: Cleaning, clean: CleanNodes): Node[] {
  if (CELLS.has(node.tag)) return [cleanCell(node, cleaning, clean)];
  if (node.tag === 'caption') return [element('caption', [textIn(node.children).trim()])];
  if (node.tag === 'tr' && isWidthRow(node)) return [];
  const parts = node.children
    .filter((child): child is Element => isElement(child) && child.tag !== 'colgroup')
    .map((child) => (node.tag === 'thead' ? withHeaderCells(child) : child))
    .flatMap((child) => (isTablePart(child.tag) ? cleanTablePart(child, cleaning, clean) : []));
  return parts.length > 0 ? [element(node.tag, parts)] : [];
}

/** Word closes a table with cells of different widths by a row of height 0. */
const isWidthRow = ({ attributes, children }: Element): boolean =>
  attributes.height === '0' && textIn(children).trim() === '';

const withHeaderCells = (row: Element): Element => ({
  ...row,
  children: row.children.map((cell) =>
    isElement(cell) && cell.tag === 'td' ? { ...cell, tag: 'th' } : cell,
  ),
});

function cleanCell({ tag, attributes, children }: Element, cleaning: Cleaning, clean: CleanNodes): Element {
  const kept: Record<string, string> = {};
  for (const name of ['colspan', 'rowspan'] as const) {
    const span = Number.parseInt(attributes[name] ?? '1', 10);
    if (span > 1) kept[name] = String(Math.min(span, MAX_SPAN[name]));
  }
  const align = (readStyle(attributes.style)['text-align'] ?? attributes.align ?? '').toLowerCase();
  if (align === 'center' || align === 'right') kept.style = `text-align:${align}`;
  return element(tag, clean(children, { ...cleaning, inCell: true }), kept);
}
