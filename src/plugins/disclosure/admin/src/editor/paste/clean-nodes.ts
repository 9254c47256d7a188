import { type Element, element, isElement, type Node, readStyle, textIn } from '../tree';
import { cleanBlock, isBlockTag } from './blocks';
import { cleanInline } from './inline';
import { groupLists } from './lists';
import { cleanPicture } from './pictures';
import { cleanTablePart, isTablePart } from './tables';
import { foldSpace } from './white-space';

export type Cleaning = { pictures: string[]; inCell?: boolean };

/** Gone with everything in them. */
const DROPPED = new Set([
  ...['head', 'style', 'script', 'title', 'meta', 'link', 'base', 'xml', 'template', 'noscript', 'del'],
  ...['iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video', 'form', 'input', 'select'],
  ...['textarea', 'button', 'colgroup', 'col'],
]);
/** Office’s own elements: empty paragraph marks, drawings, fields. Smart tags (`st1:`) hold text. */
const OFFICE = /^(o|v|w|m|x):/;

/** The nodes of one parent, cleaned, with its list paragraphs made into lists. */
export function cleanNodes(nodes: readonly Node[], cleaning: Cleaning): Node[] {
  return groupLists(nodes.flatMap((node) => cleanNode(node, cleaning)));
}

function cleanNode(node: Node, cleaning: Cleaning): Node[] {
  if (!isElement(node)) {
    const text = foldSpace(node);
    return text ? [text] : [];
  }
  if (isHidden(node)) return [];
  if (node.tag === 'img') return cleanPicture(node, cleaning.pictures);
  if (node.tag === 'br') return 'clear' in node.attributes ? [] : [element('br')];
  if (node.tag === 'hr') return [element('hr')];
  if (isTablePart(node.tag)) return cleanTablePart(node, cleaning, cleanNodes);
  const children = cleanNodes(node.children, cleaning);
  if (isBlockTag(node.tag)) return cleanBlock(node, children, cleaning);
  return cleanInline(node, children);
}

function isHidden({ tag, attributes, children }: Element): boolean {
  if (DROPPED.has(tag)) return true;
  if (OFFICE.test(tag)) return textIn(children).trim() === '' || !tag.startsWith('o:');
  if (/\bmsocom(anchor|off|txt)\b/i.test(attributes.class ?? '')) return true;
  const style = readStyle(attributes.style);
  return (
    /ignore/i.test(style['mso-list'] ?? '') ||
    style['mso-hide'] === 'all' ||
    style.display === 'none' ||
    /comment/i.test(style['mso-element'] ?? '')
  );
}
