import { MISSING_PICTURE } from '../../../../shared/missing-picture';
import { type Element, element, isElement, type Node, parseHtml } from '../tree';

const READABLE = /^data:image\/(png|jpe?g|gif|webp);base64,/i;
const OWN = /^\/uploads\//;
const LOCAL = /^file:/i;
/** Names that programs give; nobody has described the picture with them. */
const NO_DESCRIPTION =
  /[\\/:]|^(图片|图像|图形|picture|image|img|graphic)[\s_]*\d*$|\.(png|jpe?g|gif|bmp|emf|wmf)$/i;

/**
 * A picture that is readable, or becomes so with the next of `pictures` (taken out); one that only another
 * computer or program can read is replaced by a mark.
 */
export function cleanPicture({ attributes }: Element, pictures: string[]): Node[] {
  const named = (attributes.src ?? '').trim();
  const given = LOCAL.test(named) ? pictures.shift() : undefined;
  const src = given ?? named;
  // counting pixels of web pages
  if (Number(attributes.width) === 1 && Number(attributes.height) === 1) return [];
  if (!given && !READABLE.test(src) && !OWN.test(src)) return [element('strong', [MISSING_PICTURE])];
  const alt = (attributes.alt ?? '').trim();
  return [element('img', [], { src, alt: NO_DESCRIPTION.test(alt) ? '' : alt })];
}

/** How many pictures a pasted HTML only names. */
export function countLocalPictures(html: string): number {
  const count = (nodes: readonly Node[]): number =>
    nodes.filter(isElement).reduce((sum, { tag, attributes, children }) => {
      const local = tag === 'img' && LOCAL.test((attributes.src ?? '').trim());
      return sum + (local ? 1 : 0) + count(children);
    }, 0);
  return count(parseHtml(html));
}
