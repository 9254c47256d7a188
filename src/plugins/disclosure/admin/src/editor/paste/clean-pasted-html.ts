import { parseHtml, toHtml } from '../tree';
import { cleanNodes } from './clean-nodes';

/**
 * What may be taken into a document from HTML that another program put on the clipboard: headings, tables
 * with merged cells, lists, links, pictures, alignment, first-line indent and emphasis. Word’s and WPS’s
 * list paragraphs become lists. A picture that cannot be read leaves a mark to insert it by hand.
 *
 * @param pictures data addresses of the pictures that the HTML only names (`file:`), in its order
 */
export function cleanPastedHtml(html: string, pictures: readonly string[] = []): string {
  const nodes = parseHtml(html);
  return toHtml(cleanNodes(nodes, { pictures: [...pictures] })).trim();
}
