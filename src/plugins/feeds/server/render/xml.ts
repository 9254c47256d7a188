import { XMLBuilder } from 'fast-xml-parser';
import { cleaned } from './text';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
});

/** An XML document of nested values; `@name` is an attribute, `#text` the text beside attributes. */
export const toXml = (content: Record<string, unknown>): string =>
  builder.build({ '?xml': { '@version': '1.0', '@encoding': 'utf-8' }, ...cleaned(content) });
