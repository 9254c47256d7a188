import type { Range } from '../../../shared/fold';
import { childrenOf, type Element } from './tree';

/** Always as long, whatever stood there. */
export const REMOVED = '■■■';

type Piece = { start: number; end: number; element: Element; parent: Element };

const INLINE: Record<string, string> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:sym': '□',
};
const BLOCK = new Set(['w:p', 'w:tr']);

const textIn = ({ children }: Element): string =>
  children.filter((child) => typeof child === 'string').join('');

/** The text of a part in the order in which it stands, however it is cut into runs. */
export function textOf(root: Element): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  const visit = (element: Element, parent: Element) => {
    // properties have tabs too, which are none of the text
    if (element.name.endsWith('Pr')) return;
    const inline = element.name === 'w:t' ? textIn(element) : INLINE[element.name];
    if (inline !== undefined) {
      pieces.push({ start: text.length, end: text.length + inline.length, element, parent });
      text += inline;
      return;
    }
    for (const child of childrenOf(element)) visit(child, element);
    if (BLOCK.has(element.name)) text += '\n';
    if (element.name === 'w:tc') text += '\t';
  };
  visit(root, root);
  return { text, pieces };
}

/** Takes ranges of the text out of the tree; the first piece of each gets the mark. From the last to the first. */
export function removeRanges(pieces: readonly Piece[], ranges: readonly Range[]): void {
  for (const { start, end } of [...ranges].reverse()) {
    let isMarked = false;
    for (const piece of pieces.filter((one) => one.start < end && one.end > start)) {
      if (piece.element.name !== 'w:t') {
        piece.parent.children = piece.parent.children.filter((child) => child !== piece.element);
        continue;
      }
      const text = textIn(piece.element);
      const from = Math.max(0, start - piece.start);
      const mark = isMarked ? '' : REMOVED;
      isMarked = true;
      // pieces before this one have not been changed yet; in this one only what stands behind
      piece.element.children = [text.slice(0, from) + mark + text.slice(end - piece.start)];
    }
  }
}
