import { type Element, isElement, type Node, readStyle, textIn } from '../tree';

/** Where a paragraph stands in a list of Word or WPS, and how its number or bullet reads. */
export type ListPlace = { list: string; level: number; marker: string };

/** A list paragraph on its way to becoming an item. */
export type MarkedItem = Element & { place: ListPlace };

const PLACE = /\bl(\d+)\s+level(\d+)/i;

/** The place of a paragraph that says `mso-list:l0 level2 lfo1`. */
export function listPlaceOf({ attributes, children }: Element): ListPlace | null {
  const said = readStyle(attributes.style)['mso-list'] ?? '';
  const [, list, level] = PLACE.exec(said) ?? [];
  if (!list || !level) return null;
  return { list, level: Math.min(Math.max(Number(level), 1), 9), marker: markerIn(children) };
}

/** The number or bullet that Word writes into the paragraph, to be ignored by whoever knows lists. */
function markerIn(children: readonly Node[]): string {
  for (const child of children) {
    if (!isElement(child)) continue;
    if (/ignore/i.test(readStyle(child.attributes.style)['mso-list'] ?? ''))
      return textIn(child.children).replace(/[\s\u00a0]+/g, '');
    const found = markerIn(child.children);
    if (found) return found;
  }
  return '';
}

export const markListItem = (paragraph: Element, place: ListPlace): MarkedItem => ({ ...paragraph, place });

export const isMarkedItem = (node: Node): node is MarkedItem => isElement(node) && 'place' in node;
